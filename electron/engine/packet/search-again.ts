// Files that were redacted before a name was known are searched for it again, and written again where it is in them.
// Runs in the engine's process.
import type { RuleCount } from '#shared/schema/redaction.ts';
import { addCounts, newReport, ruleCounts } from '../redaction/file-report.ts';
import { type CollectedFile, goesAsItIs, type HeldBack, type Redacting } from './add-redacted.ts';

/**
 * The old bytes of a file that changes stay in the spool, unused, until the draft is discarded.
 * @returns the files in their order, and those that must now stay here. Throws as adding does.
 */
export async function searchAgain(
  files: readonly CollectedFile[],
  redacting: Redacting,
  signal: AbortSignal,
): Promise<{ files: CollectedFile[]; heldBack: HeldBack[] }> {
  const { learned } = redacting.redaction;
  const kept: CollectedFile[] = [];
  const heldBack: HeldBack[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    const again = file.learned < learned ? await searchOne(file, redacting, signal) : file;
    if ('reason' in again) heldBack.push(again);
    else kept.push({ ...again, learned });
  }
  return { files: kept, heldBack };
}

async function searchOne(
  file: CollectedFile,
  redacting: Redacting,
  signal: AbortSignal,
): Promise<CollectedFile | HeldBack> {
  const { spool, redaction } = redacting;
  let left = unsearchedBytes(file, redaction.learned);
  if (left === 0) return file;
  const asItIs = goesAsItIs(file, redacting);
  const options = { name: file.name, asItIs, privateFolder: spool.folder, signal };
  const pass = () => {
    const report = newReport();
    return { report, chunks: redaction.again(spool.readUnpacked(file), file.learned, options, report) };
  };
  // Most files hold no late name: looking costs much less than writing.
  const look = pass();
  for await (const { length } of look.chunks) {
    left -= length;
    if (left <= 0 || look.report.withheld !== undefined) break;
  }
  if (look.report.withheld === undefined && look.report.counts.size === 0) return file;
  const { report, chunks } = pass();
  const { packed } = await spool.take(chunks, () => undefined, signal);
  if (report.withheld !== undefined) {
    await spool.drop(packed);
    const { source, collector, folder, name } = file;
    return { source, collector, folder, name, reason: report.withheld };
  }
  return { ...file, ...(await packed), redactions: together(file.redactions, ruleCounts(report.counts)) };
}

/** Names that a text itself told last were looked for from there on: a large log is not read again to its end. */
function unsearchedBytes({ bytes, lastLearned }: CollectedFile, learned: number): number {
  return lastLearned?.names === learned ? lastLearned.bytes : bytes;
}

function together(...counts: readonly (readonly RuleCount[])[]): RuleCount[] {
  const sum = new Map<RuleCount['rule'], number>();
  for (const one of counts.flat()) addCounts(sum, [[one.rule, one.count]]);
  return ruleCounts(sum);
}
