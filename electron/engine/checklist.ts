// The guide's checklist, filled from what the user said, what collectors learned and which files there are.
// Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { ChecklistItem, ChecklistItemId } from '#shared/schema/checklist.ts';
import type { Facts } from '#shared/schema/facts.ts';
import { DATABASE_AREAS, LIBRARY_AREAS } from '#shared/schema/problem-area.ts';

/** How many files each collector has. */
export type FileCounts = ReadonlyMap<string, number>;

/** Items that the user can supply at once; without them no packet is built unless the user insists. */
const SUPPLIED_BY_USER: ReadonlySet<ChecklistItemId> = new Set<ChecklistItemId>([
  'ccid',
  'company',
  'contact-name',
  'contact-phone',
  'contact-email',
  'commvault-version',
  'patch-level',
  'title',
  'description',
  'commvault-logs',
  'severity',
]);

/** Required items that only this machine can answer are reported as gaps, not refused. */
export function missingFromUser(checklist: readonly ChecklistItem[]): ChecklistItemId[] {
  return gaps(checklist).filter((item) => SUPPLIED_BY_USER.has(item));
}

/** Required items that are missing. */
export function gaps(checklist: readonly ChecklistItem[]): ChecklistItemId[] {
  return checklist.filter(({ required, state }) => required && state === 'missing').map(({ item }) => item);
}

/**
 * The guide's items (chapter 3) in its order. A screenshot is asked for and not required: a server may have no screen.
 * @param keepsSystemLog false where the machine has none at all, so that none can be asked for.
 */
export function fillChecklist(
  request: PartialCaseRequest,
  facts: Facts,
  files: FileCounts,
  keepsSystemLog: boolean,
): ChecklistItem[] {
  const { contact } = request;
  const { os, hardware, commvault } = facts;
  const instances = commvault?.instances ?? [];
  const versions = unique(instances.map(({ version }) => version));
  const patchLevels = unique(instances.map(({ patchLevel }) => patchLevel));
  const needsDatabase = DATABASE_AREAS.includes(request.problemArea);
  const needsLibrary = LIBRARY_AREAS.includes(request.problemArea);
  const folder = (collector: string) => {
    const count = files.get(collector) ?? 0;
    return count === 0 ? '' : `${collector} (${count})`;
  };
  const systemLogs = item('system-logs', true, folder('system.logs'));
  return [
    item('ccid', true, request.ccid),
    item('company', true, request.company),
    item('contact-name', true, contact.name),
    item('contact-phone', true, contact.phone),
    item('contact-email', true, contact.email),
    item('operating-system', true, os && `${os.name} ${os.version} ${os.arch}`),
    item('commvault-version', true, request.commvaultVersion ?? versions),
    item('patch-level', true, request.patchLevel ?? patchLevels),
    needsDatabase ? item('database-version', true, '') : notAsked('database-version'),
    item(
      'hardware',
      needsLibrary,
      hardware && [hardware.manufacturer, hardware.model, hardware.cpu.model].filter(Boolean).join(', '),
    ),
    needsLibrary ? item('tape-library', true, '') : notAsked('tape-library'),
    item('title', true, request.title),
    item('description', true, request.description?.slice(0, 80)),
    keepsSystemLog ? systemLogs : notAsked('system-logs'),
    item('commvault-logs', true, folder('commvault.logs')),
    item('screenshots', false, folder('user.screenshots')),
    item('severity', true, request.severity?.toString()),
  ];
}

function unique(values: readonly (string | undefined)[]): string {
  return [...new Set(values.filter((value) => value !== undefined))].join(', ');
}

function item(id: ChecklistItemId, required: boolean, detail: string | undefined): ChecklistItem {
  const state = detail === undefined || detail === '' ? 'missing' : 'provided';
  return { item: id, required, state, detail: detail ?? '' };
}

function notAsked(id: ChecklistItemId): ChecklistItem {
  return { item: id, required: false, state: 'not-applicable', detail: '' };
}
