// How progress is shown: one of these is chosen per run. Runs in the command line's process.
import type { Progress } from '#shared/schema/progress.ts';

export interface ProgressDisplay {
  show(progress: Progress): void;
  /** Leaves the screen as if nothing had been drawn; before anything else is printed. */
  clear(): void;
}

/** For --quiet. */
export const noProgress: ProgressDisplay = {
  show() {},
  clear() {},
};
