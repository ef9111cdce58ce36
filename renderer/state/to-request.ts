// The form as the contract's requests. Runs in the window.
import type { WindowCaseRequest, WindowPlanRequest } from '#shared/ipc/contract.ts';
import { severityReasons } from '#shared/policy/severity-advice.ts';
import { CaseRequest } from '#shared/schema/case-request.ts';
import type { Settings } from '#shared/schema/settings.ts';
import type { CaseForm } from './case-form.ts';
import { toKeywords } from './keywords.ts';

/** What a plan depends on; also while the rest is not typed yet. */
export function toPlanRequest(form: CaseForm): WindowPlanRequest {
  const ids = (files: CaseForm['attachments']) => files.map(({ id }) => id);
  return {
    problemArea: form.problemArea ?? 'other',
    occurredAt: occurredAtInstant(form.occurredAt),
    commvaultVersion: typedLine(form.commvaultVersion),
    patchLevel: typedLine(form.patchLevel),
    window: { from: occurredAtInstant(form.rangeFrom), to: occurredAtInstant(form.rangeTo) },
    jobIds: form.jobIds.match(/[0-9]{1,12}/g) ?? [],
    screenshots: form.screenshots.map(({ id, caption }) => ({ id, caption: typedLine(caption) })),
    attachments: ids(form.attachments),
    logDirs: ids(form.logDirs),
    only: [],
    skip: [...form.skip],
    maxSizeBytes: form.maxSizeBytes,
  };
}

/** The whole request of a form without trouble; an incomplete form is a bug of the caller and throws. */
export function toCaseRequest(form: CaseForm): WindowCaseRequest {
  if (form.severity === undefined) throw new Error('a case needs a severity');
  return {
    ...toPlanRequest(form),
    ccid: CaseRequest.shape.ccid.parse(form.ccid),
    company: form.company.trim(),
    contact: {
      name: form.contactName.trim(),
      phone: form.contactPhone.trim(),
      extension: form.contactExtension.trim() || undefined,
      email: form.contactEmail.trim(),
    },
    plan: form.plan,
    severity: form.severity,
    severityReasons: [...severityReasons(form.severityAnswers, form.severity)],
    followUp: form.followUp,
    ticket: form.ticket.trim() || undefined,
    title: form.title.trim(),
    description: form.description.trim(),
    exclude: [...form.exclude],
    redaction: form.redaction,
    keywords: toKeywords(form.keywords),
    sendBinaries: [],
  };
}

/** Who the user is, for the next case; called only when these fields are without trouble. */
export function toSettings(form: CaseForm): Settings {
  return {
    ccid: CaseRequest.shape.ccid.parse(form.ccid),
    company: form.company.trim(),
    contact: {
      name: form.contactName.trim(),
      phone: form.contactPhone.trim(),
      extension: form.contactExtension.trim() || undefined,
      email: form.contactEmail.trim(),
    },
    plan: form.plan,
  };
}

/**
 * @param typed local time without zone, as a datetime-local input gives it
 * @returns the same instant with this machine's offset, or undefined where it is empty or no time
 */
export function occurredAtInstant(typed: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?$/.exec(typed);
  const date = new Date(typed);
  if (match === null || Number.isNaN(date.getTime())) return undefined;
  const offsetMinutes = -date.getTimezoneOffset();
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${match[1]}T${match[2]}${match[3] ?? ':00'}${offset}`;
}

function typedLine(typed: string | undefined): string | undefined {
  return typed?.trim() || undefined;
}
