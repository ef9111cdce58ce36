// Estimates how fast a stage goes and how long it still takes. Runs in the command line's process.
import type { Progress, Stage } from '#shared/schema/progress.ts';

/** Before this much time the speed says little. */
const SETTLE_MS = 2000;

export interface PaceEstimate {
  readonly bytesPerSecond: number;
  /** Until the stage's bytes are done at this speed. */
  readonly remainingMs: number;
}

export class Pace {
  #stage: Stage | undefined;
  #startedAtMs = 0;
  #startedBytes = 0;
  #doneBytes = 0;

  /** @returns the estimate, or undefined if not known yet. */
  estimate({ stage, doneBytes, totalBytes, pause }: Progress, nowMs: number): PaceEstimate | undefined {
    // What was there before the stage began, such as the first half of an upload, took none of its time.
    if (stage !== this.#stage || doneBytes < this.#doneBytes || pause !== undefined) {
      this.#stage = pause === undefined ? stage : undefined;
      this.#startedAtMs = nowMs;
      this.#startedBytes = stage === 'send' ? doneBytes : 0;
    }
    this.#doneBytes = doneBytes;
    const elapsedMs = nowMs - this.#startedAtMs;
    const movedBytes = doneBytes - this.#startedBytes;
    if (elapsedMs < SETTLE_MS || movedBytes <= 0 || totalBytes <= 0) return undefined;
    return {
      bytesPerSecond: (movedBytes * 1000) / elapsedMs,
      remainingMs: Math.max(0, ((totalBytes - doneBytes) * elapsedMs) / movedBytes),
    };
  }
}
