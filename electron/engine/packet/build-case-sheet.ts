// case.json from the draft and the policy. Runs in the engine's process.
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { CommvaultInstance, Facts } from '#shared/schema/facts.ts';
import { FORMAT_VERSION } from '#shared/schema/manifest.ts';
import type { EngineContext } from '../engine-context.ts';
import { isoWithOffset } from '../local-time.ts';
import { respondBy } from '../respond-by.ts';
import { withStated } from '../sourced-values.ts';
import { type DraftContents, ruleTotals } from './packet-draft.ts';

/** @param withheld paths of the draft's files that the user keeps back. */
export function buildCaseSheet(
  { caseReference, request, facts, entries, heldBack, checklist }: DraftContents,
  withheld: readonly string[],
  { host, policy, tool }: EngineContext,
): CaseSheet {
  const createdAt = host.now();
  const { contact, severity: level, plan } = request;
  const answer = level && respondBy(createdAt, level, plan, policy);
  const severity = policy.severities.find((one) => one.level === level);
  const { extension } = contact;
  return {
    formatVersion: FORMAT_VERSION,
    tool,
    caseReference,
    createdAt: isoWithOffset(createdAt, host.timeZone),
    timeZone: host.timeZone,
    serviceId: { ccid: request.ccid ?? '' },
    company: { name: request.company ?? '' },
    contact: {
      name: contact.name ?? '',
      phone: contact.phone ?? '',
      ...(extension === undefined ? {} : { extension }),
      email: contact.email ?? '',
    },
    support: {
      plan,
      policyEdition: policy.edition,
      ...(answer === undefined ? {} : { respondBy: answer }),
    },
    ...(severity === undefined ? {} : { severity: severityOf(severity, request.severityReasons) }),
    event: {
      title: request.title ?? '',
      description: request.description ?? '',
      ...(request.occurredAt === undefined ? {} : { occurredAt: request.occurredAt }),
      problemArea: request.problemArea,
      jobIds: request.jobIds,
      ...(request.ticket === undefined ? {} : { ticket: request.ticket }),
      window: request.window,
    },
    system: { ...(facts.os === undefined ? {} : { os: facts.os }), hostName: facts.hostName ?? '' },
    commvault: { instances: instancesOf(facts).map((one) => asSaid(one, request)) },
    ...(facts.databases === undefined ? {} : { databases: facts.databases }),
    ...(facts.incident === undefined ? {} : { incident: facts.incident }),
    ...(facts.hardware === undefined ? {} : { hardware: facts.hardware }),
    ...(facts.tapeLibrary === undefined ? {} : { tapeLibrary: facts.tapeLibrary }),
    redaction: {
      level: request.redaction,
      rules: ruleTotals(entries),
      withheld: [
        ...heldBack.map(({ path, reason }) => ({ path, reason })),
        ...withheld.map((path) => ({ path, reason: 'withheld-by-user' as const })),
      ],
    },
    checklist: [...checklist],
  };
}

function severityOf(
  { level, name, responseHours }: SupportPolicy['severities'][number],
  reasons: readonly string[] = [],
) {
  return { level, name, responseHours, reasons: [...reasons] };
}

/** A machine without CommVault, say the desk of whoever opens the case, still has a version to report. */
function instancesOf(facts: Facts): readonly CommvaultInstance[] {
  const found = facts.commvault?.instances ?? [];
  return found.length > 0 ? found : [{ instance: 'unknown', roles: [], source: 'user' }];
}

/** What the user says of version and patch level goes before what was found, which stays beside it. */
function asSaid(
  instance: CommvaultInstance,
  { commvaultVersion, patchLevel }: DraftContents['request'],
): CommvaultInstance {
  return {
    ...instance,
    ...(commvaultVersion === undefined ? {} : { version: commvaultVersion }),
    ...(patchLevel === undefined ? {} : { patchLevel }),
    ...(instance.versions === undefined
      ? {}
      : { versions: [...withStated(commvaultVersion, instance.versions)] }),
    ...(instance.patchLevels === undefined
      ? {}
      : { patchLevels: [...withStated(patchLevel, instance.patchLevels)] }),
  };
}
