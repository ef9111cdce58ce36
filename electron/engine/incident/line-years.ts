// The year of each line of a log read forwards, as far as the lines themselves say: their calendar runs on, and a step
// back is a new year. Unlike log-clock.ts it follows a quiet log over several years. Runs in the engine's process.

const DAY_MS = 86_400_000;
const YEAR_DAYS = 366;
/** Days by which threads may print out of order. */
const LATE_DAYS = 2;

export class LineYears {
  #year: number;
  /** Days into the year, up to which the log is known to have come. */
  #newest: number | undefined;
  /** A day far ahead that one line printed: the next line tells whether the log has come so far or the line is wild. */
  #ahead: number | undefined;

  /** @param startYear of the first line. */
  constructor(startYear: number) {
    this.#year = startYear;
  }

  /** Asked for each day in the order of the log. */
  of(month: number, day: number): number {
    // 2024 has all days.
    const now = (Date.UTC(2024, month - 1, day) - Date.UTC(2024, 0, 1)) / DAY_MS;
    if (this.#newest === undefined) return this.#advance(now);
    const isBack = Math.abs(now - this.#newest) <= LATE_DAYS;
    if (this.#ahead !== undefined && !isBack) this.#newest = this.#ahead;
    this.#ahead = undefined;
    const step = now - this.#newest;
    // January was reached and a thread prints its last line of December.
    if (step > YEAR_DAYS - LATE_DAYS) return this.#year - 1;
    if (step < -LATE_DAYS) this.#year += 1;
    else if (step < 0) return this.#year;
    else if (step > LATE_DAYS) {
      this.#ahead = now;
      return this.#year;
    }
    return this.#advance(now);
  }

  #advance(now: number): number {
    this.#newest = now;
    return this.#year;
  }
}
