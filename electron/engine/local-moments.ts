// Many moments as ISO text on the machine's clock, such as those of a log's lines and of files: the zone is asked once a day,
// which is twenty times faster than for each. Runs in the engine's process.
import { isoWithOffset, offsetMs } from './local-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where years have four digits; what is outside is asked for by itself. */
const FIRST_MS = 0;
const LAST_MS = Date.UTC(9999, 11, 31);

export class LocalMoments {
  readonly #timeZone: string;
  #day = Number.NaN;
  /** Of that day, as number and as text; undefined on days that change it. */
  #offset: { readonly ms: number; readonly text: string } | undefined;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** @returns as isoWithOffset, such as 2026-11-20T09:05:00+08:00. */
  text(moment: number): string {
    const offset = moment >= FIRST_MS && moment < LAST_MS ? this.#offsetOn(moment) : undefined;
    if (offset === undefined) return isoWithOffset(new Date(moment), this.#timeZone);
    return `${new Date(moment + offset.ms).toISOString().slice(0, 19)}${offset.text}`;
  }

  #offsetOn(moment: number) {
    const day = Math.floor(moment / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      const [first, last] = [new Date(day * DAY_MS), new Date((day + 1) * DAY_MS)];
      const ms = offsetMs(first, this.#timeZone);
      const text = isoWithOffset(first, this.#timeZone).slice(19);
      this.#offset = ms === offsetMs(last, this.#timeZone) ? { ms, text } : undefined;
    }
    return this.#offset;
  }
}
