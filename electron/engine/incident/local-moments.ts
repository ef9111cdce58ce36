// Moments as ISO text on the machine's clock. Neighbouring lines share a second, so the last one is remembered.
// Runs in the engine's process.
import { isoWithOffset } from '../local-time.ts';

export class LocalMoments {
  readonly #timeZone: string;
  #second = Number.NaN;
  #text = '';

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** @returns such as 2026-11-20T09:05:00+08:00. */
  text(moment: number): string {
    const second = Math.floor(moment / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = isoWithOffset(new Date(second * 1000), this.#timeZone);
    }
    return this.#text;
  }
}
