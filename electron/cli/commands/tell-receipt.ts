// The end of a case: where the packet is, and what it lacks. Runs in the command line's process.

import { safeText } from '#shared/safe-text.ts';
import { ChecklistItemId } from '#shared/schema/checklist.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { EXIT_DONE, EXIT_INCOMPLETE } from '../exit-codes.ts';
import { optionOfItem } from '../problems/option-of-problem.ts';
import { formatBytes } from '../terminal/amounts.ts';
import type { Run } from './run.ts';

/** @returns the exit code: incomplete where a required item is missing or a collector failed. */
export function tellReceipt(receipt: Receipt, outcomes: readonly CollectorOutcome[], run: Run): number {
  const { packetPath, bytes, sha256, files, gaps, failedCollectors, caseReference, encryption } = receipt;
  const { cli } = run.texts;
  run.voice.note(shortcomings(receipt, outcomes, run));
  const record = {
    packet: packetPath,
    bytes,
    sha256,
    encryption,
    files,
    gaps,
    failedCollectors,
    caseReference,
  };
  // Scripts take the last line as it is; on a terminal it must not be able to drive the terminal.
  const lastLine = run.surroundings.stdout.isTTY ? safeText(packetPath) : packetPath;
  run.voice.result({ type: 'done', ...record }, [
    cli.packetBuilt(files, formatBytes(bytes), bytes),
    cli.sha256(sha256),
    ...(encryption === 'none' ? [] : [cli.encrypted[encryption]]),
    ...(gaps.length === 0 ? [cli.checklistComplete] : []),
    lastLine,
  ]);
  return gaps.length + failedCollectors.length > 0 ? EXIT_INCOMPLETE : EXIT_DONE;
}

function shortcomings(
  { gaps, failedCollectors }: Receipt,
  outcomes: readonly CollectorOutcome[],
  { texts }: Run,
): readonly string[] {
  const { cli, terms } = texts;
  const missing = gaps.map((gap) => {
    const item = ChecklistItemId.parse(gap);
    const option = optionOfItem(item);
    const name = terms.checklistItem[item];
    return option === undefined ? name : cli.stateWithReason(name, option);
  });
  const failed = outcomes.filter(({ collector }) => failedCollectors.includes(collector));
  const partial = outcomes.filter(({ status }) => status === 'partial');
  const words = (some: readonly CollectorOutcome[]) =>
    cli.list(
      some.map(({ collector, reason }) =>
        reason === undefined ? collector : cli.stateWithReason(collector, terms.reason[reason] ?? reason),
      ),
    );
  return [
    ...(missing.length === 0 ? [] : [cli.missingItems(cli.list(missing))]),
    ...(failed.length === 0 ? [] : [cli.failedCollectors(words(failed))]),
    ...(partial.length === 0 ? [] : [cli.partialCollectors(words(partial))]),
  ];
}
