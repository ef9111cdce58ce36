// From what was collected to a draft as it may leave: late names found, every name and fact with its stand-in. Again after the
// user added keywords or let a file go. Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { Facts } from '#shared/schema/facts.ts';
import { fillChecklist } from './checklist.ts';
import type { EngineContext } from './engine-context.ts';
import { addRedacted, type CollectedFile, type HeldBack, type Redacting } from './packet/add-redacted.ts';
import { EntryNames } from './packet/entry-names.ts';
import { type DraftContents, PacketDraft } from './packet/packet-draft.ts';
import { searchAgain } from './packet/search-again.ts';
import { openSource } from './packet/source-chunks.ts';
import { redactFacts } from './redaction/redact-facts.ts';

/** What there is of a case before names and facts are replaced. */
export interface Gathered extends Pick<DraftContents, 'caseReference' | 'outcomes'> {
  readonly request: PartialCaseRequest;
  readonly facts: Facts;
  readonly files: readonly CollectedFile[];
  readonly heldBack: readonly HeldBack[];
}

/** Throws Trouble when the disk is full, and when cancelled. */
export async function draftCase(
  gathered: Gathered,
  redacting: Redacting,
  signal: AbortSignal,
): Promise<PacketDraft> {
  const { redaction } = redacting;
  const searched = await searchAgain(gathered.files, redacting, signal);
  const names = new EntryNames();
  const named = <File extends { folder: string; name: string }>(file: File) => ({
    ...file,
    path: names.claim(`${file.folder}/${redaction.text(file.name)}`),
  });
  const entries = searched.files.map((file) => {
    const { source } = file;
    return { ...named(file), ...(source.kind === 'file' ? { sourcePath: redaction.text(source.path) } : {}) };
  });
  const heldBack = [...gathered.heldBack, ...searched.heldBack].map(named);
  const request = redactRequest(gathered.request, redacting);
  const facts = redactFacts(gathered.facts, redaction);
  const { caseReference, outcomes } = gathered;
  const checklist = fillChecklist({ request, facts, outcomes }, entries);
  const contents = { caseReference, request, facts, entries, heldBack, outcomes, checklist };
  return new PacketDraft(contents, redacting, gathered);
}

/** The draft with more words replaced; the old draft must not be used any more. Throws as draftCase. */
export function withKeywords(
  draft: PacketDraft,
  keywords: readonly string[],
  signal: AbortSignal,
): Promise<PacketDraft> {
  const { redacting, gathered, contents } = draft;
  for (const keyword of keywords) redacting.redaction.learn('keyword', keyword);
  return draftCase({ ...gathered, files: contents.entries, heldBack: contents.heldBack }, redacting, signal);
}

/**
 * The draft with a file that redaction held back because it is no text; read again from its source.
 * The old draft must not be used any more. Throws as draftCase.
 */
export async function withReleased(
  draft: PacketDraft,
  path: string,
  { host, signal }: EngineContext,
): Promise<PacketDraft> {
  const { gathered, contents } = draft;
  const held = contents.heldBack.find((one) => one.path === path);
  const redacting = { ...draft.redacting, sendBinaries: [...draft.redacting.sendBinaries, path] };
  const others = contents.heldBack.filter((one) => one !== held);
  const files: CollectedFile[] = [...contents.entries];
  const heldBack: HeldBack[] = [...others];
  if (held !== undefined) {
    // Without the reason: it is what tells a file that was held back from one that goes.
    const { reason: _reason, ...place } = held;
    const opened = await openSource(held.source, host, signal, redacting.spool.folder);
    const added =
      'chunks' in opened ? await addRedacted(opened, place, redacting, () => undefined, signal) : held;
    if ('reason' in added) heldBack.push(added);
    else files.push(added);
  }
  return draftCase({ ...gathered, files, heldBack }, redacting, signal);
}

/** The user's own words, as far as they are about the machine; who the user is stays as it was typed. */
function redactRequest(request: PartialCaseRequest, { redaction }: Redacting): PartialCaseRequest {
  const { title, description } = request;
  return {
    ...request,
    ...(title === undefined ? {} : { title: redaction.text(title) }),
    ...(description === undefined ? {} : { description: redaction.text(description) }),
  };
}
