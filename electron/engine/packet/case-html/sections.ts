// The case sheet's sections on the case itself: summary, event, environment. Runs in the engine's process.
import { formatBytes } from '#shared/format-bytes.ts';
import type { Texts } from '#shared/i18n/texts.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { HostAdapter } from '#shared/schema/facts.ts';
import { SeverityReason } from '#shared/schema/severity-answers.ts';
import { isoWithOffset } from '../../local-time.ts';
import { both } from './both.ts';
import { definitions } from './definitions.ts';
import { type Html, html } from './html.ts';
import { instanceBlock } from './instance-block.ts';

export function summarySection(sheet: CaseSheet): Html {
  const { severity, contact, support } = sheet;
  const phone = html`${contact.phone} ${contact.extension && both((t) => t.sheet.extension(contact.extension ?? ''))}`;
  const due = support.respondBy
    ? moment(support.respondBy)
    : severity && both((t) => t.sheet.respondByUnknown);
  return html`<section class="summary"><h2>${both((t) => t.sheet.summary)}</h2>${definitions([
    [both((t) => t.sheet.caseReference), html`<strong>${sheet.caseReference}</strong>`],
    [both((t) => t.sheet.ccid), html`<strong>${sheet.serviceId.ccid}</strong>`],
    [both((t) => t.sheet.severity), severity && severityText(severity)],
    [both((t) => t.sheet.company), sheet.company.name],
    [both((t) => t.sheet.contact), contact.name],
    [both((t) => t.sheet.phone), contact.phone === '' ? '' : phone],
    [both((t) => t.sheet.email), contact.email],
    [both((t) => t.sheet.plan), both((t) => t.terms.plan[support.plan])],
    [both((t) => t.sheet.respondBy), due],
    [both((t) => t.sheet.policy), support.policyEdition],
    [both((t) => t.sheet.createdAt), `${moment(sheet.createdAt)} (${sheet.timeZone})`],
  ])}</section>`;
}

function severityText({ level, responseHours, reasons }: NonNullable<CaseSheet['severity']>): Html {
  const name = both((t) => `${level} ${t.terms.severityName[level]}`);
  const hours = both((t) => t.sheet.responseHours(responseHours));
  const why = both((t) => reasons.map((reason) => reasonText(t, reason)).join(t.sheet.reasonSeparator));
  return html`<span class="level level-${level}">${name}</span> <span class="soft">${hours}</span>${
    reasons.length > 0 ? html`<br><span class="soft">${why}</span>` : undefined
  }`;
}

function reasonText({ severity }: Texts, reason: string): string {
  const known = SeverityReason.safeParse(reason);
  return known.success ? severity.reason[known.data] : reason;
}

/** An ISO 8601 moment as people read it, in the zone it was written in. */
function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} ${iso.slice(19)}`;
}

export function eventSection({ event, timeZone }: CaseSheet): Html {
  const { from, to } = event.window;
  const local = (iso: string | undefined) => iso && moment(isoWithOffset(new Date(iso), timeZone));
  const range = html`${local(from) ?? '…'} ${both((t) => t.sheet.until)} ${local(to) ?? '…'}`;
  return html`<section><h2>${both((t) => t.sheet.event)}</h2>${definitions([
    [both((t) => t.sheet.problemArea), both((t) => t.terms.problemArea[event.problemArea])],
    [both((t) => t.sheet.occurredAt), local(event.occurredAt)],
    [both((t) => t.sheet.ticket), event.ticket],
    [both((t) => t.sheet.jobIds), event.jobIds.join(', ')],
    [both((t) => t.sheet.logWindow), from === undefined && to === undefined ? '' : range],
  ])}<p class="description">${event.description}</p></section>`;
}

function adapterLine({ name, ...rest }: HostAdapter): Html {
  const { model, firmware, driver, wwpn, link, speed } = rest;
  const parts = [model, firmware, driver, wwpn, link, speed].filter(Boolean).join(', ');
  return html`${name}: ${parts}<br>`;
}

export function environmentSection(sheet: CaseSheet): Html {
  const { os, hostName } = sheet.system;
  const { hardware } = sheet;
  const model = [hardware?.manufacturer, hardware?.model].filter(Boolean).join(' ');
  const virtual = hardware?.virtual === true ? both((t) => t.sheet.virtual) : undefined;
  const disks = hardware?.disks.map(
    ({ mount, freeBytes, sizeBytes }) =>
      html`${mount}: ${both((t) => t.sheet.free(formatBytes(freeBytes), formatBytes(sizeBytes)))}<br>`,
  );
  const network = hardware?.network.map(({ name, addresses }) => html`${name}: ${addresses.join(', ')}<br>`);
  const databases = sheet.databases?.map(
    ({ product, version, edition, instance, source }) =>
      html`${[product, version, edition].filter(Boolean).join(' ')}${instance && html` (${instance})`} <code>${source}</code><br>`,
  );
  const adapters = hardware?.hostAdapters?.map(adapterLine);
  const build = os?.build === undefined ? '' : ` (${os.build})`;
  return html`<section><h2>${both((t) => t.sheet.environment)}</h2>${definitions([
    [both((t) => t.sheet.hostName), hostName],
    [both((t) => t.sheet.operatingSystem), os && `${os.name} ${os.version}${build}`],
    [both((t) => t.sheet.architecture), os?.arch],
    [both((t) => t.sheet.machine), hardware && html`${model} ${virtual}`],
    [
      both((t) => t.sheet.cpu),
      hardware && html`${hardware.cpu.model}, ${both((t) => t.sheet.cores(hardware.cpu.cores))}`,
    ],
    [both((t) => t.sheet.memory), hardware && formatBytes(hardware.memory.totalBytes)],
    [both((t) => t.sheet.disks), disks && html`${disks}`],
    [both((t) => t.sheet.network), network && html`${network}`],
    [both((t) => t.sheet.hostAdapters), adapters && html`${adapters}`],
    [both((t) => t.sheet.databases), databases && html`${databases}`],
  ])}${sheet.commvault.instances.map(instanceBlock)}${
    sheet.commvault.instances.length === 0
      ? html`<p class="soft">${both((t) => t.sheet.noInstances)}</p>`
      : undefined
  }</section>`;
}
