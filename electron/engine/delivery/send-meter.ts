// Reports how far a packet has been sent, at most 20 times a second, and the pauses between attempts. Runs in the
// engine's process.
import type { Progress } from '#shared/schema/progress.ts';
import type { PacketFile } from './target.ts';

const INTERVAL_MS = 50;

export class SendMeter {
  readonly #packet: PacketFile;
  readonly #onProgress: (progress: Progress) => void;
  #reportedAt = Number.NEGATIVE_INFINITY;
  #doneBytes = 0;

  constructor(packet: PacketFile, onProgress: (progress: Progress) => void) {
    this.#packet = packet;
    this.#onProgress = onProgress;
  }

  /** @param doneBytes may go back: an attempt that begins anew */
  reached(doneBytes: number): void {
    this.#doneBytes = doneBytes;
    const now = performance.now();
    if (now - this.#reportedAt < INTERVAL_MS && doneBytes < this.#packet.bytes) return;
    this.#reportedAt = now;
    this.#report({});
  }

  /** An attempt failed, the next one follows after a pause. */
  waiting(pause: NonNullable<Progress['pause']>): void {
    this.#report({ pause });
  }

  #report(more: Pick<Progress, 'pause'>): void {
    const { name, bytes } = this.#packet;
    const counts = { doneBytes: this.#doneBytes, totalBytes: bytes, doneFiles: 1, totalFiles: 1 };
    this.#onProgress({ stage: 'send', file: name, ...counts, ...more });
  }
}
