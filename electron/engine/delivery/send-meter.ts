// Reports how far a packet has been sent and read back, at most 20 times a second, and the pauses between attempts. Runs in
// the engine's process.
import type { Progress, Stage } from '#shared/schema/progress.ts';
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
    this.#at('send', doneBytes);
  }

  /** The other end's copy is being compared. */
  checked(doneBytes: number): void {
    this.#at('check', doneBytes);
  }

  /** The server may have answered before it was told that the last bytes were on their way. */
  arrived(): void {
    if (this.#doneBytes < this.#packet.bytes) this.reached(this.#packet.bytes);
  }

  /** An attempt failed, the next one follows after a pause. */
  waiting(pause: NonNullable<Progress['pause']>): void {
    this.#report('send', { pause });
  }

  #at(stage: Stage, doneBytes: number): void {
    this.#doneBytes = doneBytes;
    const now = performance.now();
    if (now - this.#reportedAt < INTERVAL_MS && doneBytes < this.#packet.bytes) return;
    this.#reportedAt = now;
    this.#report(stage, {});
  }

  #report(stage: Stage, more: Pick<Progress, 'pause'>): void {
    const { name, bytes } = this.#packet;
    const counts = { doneBytes: this.#doneBytes, totalBytes: bytes, doneFiles: 1, totalFiles: 1 };
    this.#onProgress({ stage, file: name, ...counts, ...more });
  }
}
