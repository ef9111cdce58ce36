// The moments of a log's lines, read forwards: lines print no year, so each new day asks which year it is.
// Runs in the engine's process.
import type { LogClock } from '../logs/log-clock.ts';
import type { LogStamp } from '../logs/parse-log-line.ts';
import type { LineHead } from './line-head.ts';
import { LineYears } from './line-years.ts';

export class LineMoments {
  readonly #clock: LogClock;
  readonly #years: LineYears;
  #year: number;
  #day = 0;
  #hour = 0;
  #hourMoment = 0;
  #last: LogStamp | undefined;

  /** @param startYear of the first line that will be asked for. */
  constructor(clock: LogClock, startYear: number) {
    this.#clock = clock;
    this.#year = startYear;
    this.#years = new LineYears(startYear);
  }

  /** The year of the last line asked for. */
  get year(): number {
    return this.#year;
  }

  /** The time of the last line, to the hour. */
  get last(): LogStamp | undefined {
    return this.#last;
  }

  /** @returns milliseconds since 1970 of the line whose head was just read. */
  of({ stamp, other }: LineHead): number {
    if (other !== undefined) {
      this.#last = other;
      this.#day = 0;
      this.#year = other.year ?? this.#years.of(other.month, other.day);
      return this.#clock.momentOf(other, this.#year);
    }
    const hour = Math.trunc(stamp / 10_000);
    if (hour !== this.#hour || this.#day === 0) this.#enterHour(hour);
    const minutes = Math.trunc(stamp / 100) % 100;
    return this.#hourMoment + (minutes * 60 + (stamp % 100)) * 1000;
  }

  #enterHour(hour: number): void {
    const day = Math.trunc(hour / 100);
    const start = { minute: 0, second: 0, millisecond: 0 };
    const stamp = { month: Math.trunc(day / 100), day: day % 100, hour: hour % 100, ...start };
    if (day !== this.#day) this.#year = this.#years.of(stamp.month, stamp.day);
    this.#day = day;
    this.#hour = hour;
    this.#last = stamp;
    this.#hourMoment = this.#clock.momentOf(stamp, this.#year);
  }
}
