// Estimates how long a stage still takes. Runs in the command line's process.
import type { Progress, Stage } from '#shared/schema/progress.ts';

/** Before this much time the speed says little. */
const SETTLE_MS = 2000;

export class RemainingTime {
  #stage: Stage | undefined;
  #startedAtMs = 0;

  /** @returns milliseconds until the stage's bytes are done at its speed so far, or undefined if not known yet. */
  estimate({ stage, doneBytes, totalBytes }: Progress, nowMs: number): number | undefined {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#startedAtMs = nowMs;
    }
    const elapsedMs = nowMs - this.#startedAtMs;
    if (elapsedMs < SETTLE_MS || doneBytes <= 0 || totalBytes <= 0) return undefined;
    return Math.max(0, ((totalBytes - doneBytes) * elapsedMs) / doneBytes);
  }
}
