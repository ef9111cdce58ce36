// One CommVault instance on the case sheet. Runs in the engine's process.
import type { CommvaultInstance, Service, SourcedValue } from '#shared/schema/facts.ts';
import { conflicting } from '../../sourced-values.ts';
import { both } from './both.ts';
import { definitions } from './definitions.ts';
import { type Html, html } from './html.ts';

export function instanceBlock(instance: CommvaultInstance): Html {
  return html`<hr>${definitions([
    [both((t) => t.sheet.instance), html`<strong>${instance.instance}</strong>`],
    [both((t) => t.sheet.version), valueWithSources(instance.version, instance.versions)],
    [both((t) => t.sheet.patchLevel), valueWithSources(instance.patchLevel, instance.patchLevels)],
    [both((t) => t.sheet.clientName), instance.clientName],
    [both((t) => t.sheet.commServe), instance.commServe],
    [both((t) => t.sheet.roles), instance.roles.join(', ')],
    [both((t) => t.sheet.services), instance.services && serviceList(instance.services)],
    [both((t) => t.sheet.home), instance.home],
    [both((t) => t.sheet.logDir), instance.logDir],
    [both((t) => t.sheet.source), instance.source],
  ])}`;
}

/** Every answer with its source, and a word where they cannot all be true. */
function valueWithSources(
  value: string | undefined,
  values: readonly SourcedValue[] = [],
): Html | string | undefined {
  if (values.length === 0) return value;
  const rows = values.map(
    (one) =>
      html`<br><span class="soft">${one.value}: ${both((t) => t.terms.confidence[one.confidence])}, ${
        one.source === 'user' ? both((t) => t.sheet.user) : one.source
      }</span>`,
  );
  const conflict = conflicting(values)
    ? html` <span class="missing">${both((t) => t.sheet.sourcesDiffer)}</span>`
    : undefined;
  return html`${value ?? both((t) => t.sheet.notConfirmed)}${conflict}${rows}`;
}

function serviceList(services: readonly Service[]): Html {
  return html`${services.map(({ name, state }, at) => {
    const shown = both((t) => t.terms.serviceState[state]);
    return html`${at > 0 ? ', ' : ''}${name} <span class="${state === 'stopped' ? 'missing' : 'soft'}">${shown}</span>`;
  })}`;
}
