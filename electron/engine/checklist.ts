// The guide's checklist, filled from what the user said, what collectors learned and which files there are.
// Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { ChecklistItem, ChecklistItemId } from '#shared/schema/checklist.ts';
import type { Facts, SourcedValue } from '#shared/schema/facts.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import { DATABASE_AREAS, LIBRARY_AREAS } from '#shared/schema/problem-area.ts';
import { conflicting, sourcedText, withStated } from './sourced-values.ts';

/** What the checklist is filled from, besides the files. */
export interface Known {
  readonly request: PartialCaseRequest;
  readonly facts: Facts;
  readonly outcomes: readonly CollectorOutcome[];
}

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
 * @param files those that are planned, or collected, or still there after the user withheld some.
 */
export function fillChecklist(
  { request, facts, outcomes }: Known,
  files: readonly { readonly path: string; readonly collector: string }[],
): ChecklistItem[] {
  const { contact } = request;
  const { os, hardware, commvault } = facts;
  const instances = commvault?.instances ?? [];
  const databases = unique((facts.databases ?? []).map(({ product, version }) => `${product} ${version}`));
  const needsDatabase = DATABASE_AREAS.includes(request.problemArea);
  const needsLibrary = LIBRARY_AREAS.includes(request.problemArea);
  const folder = (collector: string) => {
    const count = files.filter((file) => file.collector === collector && !isNotes(file.path)).length;
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
    versionItem(
      'commvault-version',
      request.commvaultVersion,
      instances.map(({ version, versions }) => ({ best: version, found: versions })),
    ),
    versionItem(
      'patch-level',
      request.patchLevel,
      instances.map(({ patchLevel, patchLevels }) => ({ best: patchLevel, found: patchLevels })),
    ),
    needsDatabase ? item('database-version', true, databases) : notAsked('database-version'),
    item(
      'hardware',
      needsLibrary,
      hardware && [hardware.manufacturer, hardware.model, hardware.cpu.model].filter(Boolean).join(', '),
    ),
    needsLibrary ? item('tape-library', true, libraryType(facts)) : notAsked('tape-library'),
    item('title', true, request.title),
    item('description', true, request.description?.slice(0, 80)),
    keepsSystemLog(outcomes) ? systemLogs : notAsked('system-logs'),
    item('commvault-logs', true, folder('commvault.logs')),
    item('screenshots', false, folder('user.screenshots')),
    item('severity', true, request.severity?.toString()),
  ];
}

/** What a collector says of its own work is no answer to the guide. */
function isNotes(path: string): boolean {
  return /\/(ERROR|LEFT-OUT)\.txt$/.test(path);
}

/** Where the machine has none at all, none can be asked for. */
function keepsSystemLog(outcomes: readonly CollectorOutcome[]): boolean {
  return !outcomes.some(({ collector, reason }) => collector === 'system.logs' && reason === 'no-system-log');
}

/**
 * What the user said, else what each instance is sure of. Sources that contradict each other are all shown; what is only
 * inferred is shown and has still to be confirmed.
 */
function versionItem(
  id: ChecklistItemId,
  said: string | undefined,
  instances: readonly { best: string | undefined; found: readonly SourcedValue[] | undefined }[],
): ChecklistItem {
  const sure = said ?? unique(instances.map(({ best }) => best));
  const answers = instances.map(({ found }) => withStated(said, found));
  const doubtful = sure === '' ? answers : answers.filter(conflicting);
  const detail = sourcedText(doubtful.flat());
  return { ...item(id, true, sure), ...(detail === '' ? {} : { detail }) };
}

/** The changers, else the drives that stand alone. */
function libraryType({ tapeLibrary }: Facts): string {
  const { changers = [], drives = [] } = tapeLibrary ?? {};
  const devices = changers.length > 0 ? changers : drives;
  return unique(devices.map(({ vendor, model }) => [vendor, model].filter(Boolean).join(' ') || undefined));
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
