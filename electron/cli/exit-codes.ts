// The exit codes of `casepack`: part of the public contract. Runs in the command line's process.
import type { Problem } from '#shared/schema/problem.ts';

/** Done; for `collect`, the checklist is complete and no collector failed. */
export const EXIT_DONE = 0;
/** A bug in Casepack: something happened that nobody expected. */
export const EXIT_BUG = 1;
/** Bad input, a required item missing, or nowhere to write: nothing was written. */
export const EXIT_BAD_INPUT = 2;
/** The packet was built, but a required item is missing from it or a collector failed. */
export const EXIT_INCOMPLETE = 3;
/** The packet did not arrive; it is where it was. */
export const EXIT_NOT_DELIVERED = 4;
/** A packet is not what its manifest says, or the one just written did not read back. */
export const EXIT_CHECK_FAILED = 5;
/** Cancelled by the user or by a signal; nothing half-written remains. */
export const EXIT_CANCELLED = 130;

/**
 * The exit code for trouble that the engine reports. In all these cases nothing new bears a packet's final name, so all but
 * three count as input that the user can correct: another folder, another disk, another file.
 */
export function exitCodeOf(problems: readonly Problem[]): number {
  if (problems.some((problem) => problem.code === 'cancelled')) return EXIT_CANCELLED;
  const damaged = ['check-failed', 'damaged-packet', 'leak-found'];
  if (problems.some(({ code }) => damaged.includes(code))) return EXIT_CHECK_FAILED;
  const undelivered = ['delivery-failed', 'unknown-host-key'];
  if (problems.some(({ code }) => undelivered.includes(code))) return EXIT_NOT_DELIVERED;
  return EXIT_BAD_INPUT;
}
