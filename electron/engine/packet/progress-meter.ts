// Counts files and bytes of one stage and reports at most 20 times a second, and the end. Runs in the engine's process.
import type { Progress, Stage } from '#shared/schema/progress.ts';

const INTERVAL_MS = 50;

export class ProgressMeter {
  readonly #stage: Stage;
  readonly #totals: { readonly totalBytes: number; readonly totalFiles: number };
  readonly #onProgress: (progress: Progress) => void;
  #doneBytes = 0;
  #doneFiles = 0;
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(
    stage: Stage,
    totals: { readonly totalBytes: number; readonly totalFiles: number },
    onProgress: (progress: Progress) => void,
  ) {
    this.#stage = stage;
    this.#totals = totals;
    this.#onProgress = onProgress;
  }

  /** A new file begins. @returns what to call with the size of each chunk of it. */
  file(collector: string | undefined, path: string): (bytes: number) => void {
    this.#doneFiles += 1;
    this.#report(collector, path);
    return (bytes) => {
      this.#doneBytes += bytes;
      this.#report(collector, path);
    };
  }

  #report(collector: string | undefined, file: string): void {
    const now = performance.now();
    const { totalBytes, totalFiles } = this.#totals;
    // The end is told, however soon it comes: what follows may keep still for long.
    const isEnd = totalBytes > 0 && this.#doneBytes === totalBytes;
    if (now - this.#reportedAt < INTERVAL_MS && !isEnd) return;
    this.#reportedAt = now;
    this.#onProgress({
      stage: this.#stage,
      ...(collector === undefined ? {} : { collector }),
      file,
      doneBytes: this.#doneBytes,
      // Outputs of commands and growing logs are not in the plan's sum.
      totalBytes: Math.max(totalBytes, this.#doneBytes),
      doneFiles: this.#doneFiles,
      totalFiles: Math.max(totalFiles, this.#doneFiles),
    });
  }
}
