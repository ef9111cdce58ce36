// How a collector ended, in the manifest's words. Runs in the engine's process.
import type { CollectorOutcome, OutcomeStatus } from '#shared/schema/manifest.ts';
import type { Note } from './collector.ts';
import type { Look } from './look-at-machine.ts';

/**
 * @param notes trouble met so far, while looking and while reading.
 * @param files how many files it has to show.
 */
export function outcomeOf(
  { collector, findings, timedOut }: Look,
  notes: readonly Note[],
  files: number,
  durationMs: number,
): CollectorOutcome {
  const reason = findings.skipped ?? notes[0]?.reason;
  return {
    collector: collector.id,
    status: findings.skipped !== undefined ? 'skipped' : statusOf(timedOut, notes.length, files),
    ...(reason === undefined ? {} : { reason }),
    durationMs,
  };
}

function statusOf(timedOut: boolean, notes: number, files: number): OutcomeStatus {
  if (timedOut) return 'timed-out';
  if (notes === 0) return 'ok';
  return files > 0 ? 'partial' : 'failed';
}
