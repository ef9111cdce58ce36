// Turns a log line's time into a moment. CommVault prints neither year nor zone: the zone is the machine's, the year comes
// from the name of a rolled log or from the file's time, and lines walk over New Year. Runs in the engine's process.
import { Temporal } from 'temporal-polyfill';
import type { WallTime } from './log-name.ts';
import type { LogStamp } from './parse-log-line.ts';

const DAY_MS = 86_400_000;
/** Days by which threads may print out of order; a longer step back is a new year. */
const LATE_DAYS = 2;

/** The machine's clock. Remembers the offset of each hour: asking costs more than reading a line. */
export class LogClock {
  readonly #timeZone: string;
  readonly #offsetsMs = new Map<number, number>();

  /** @param timeZone IANA name, as in Host.timeZone. */
  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** @param year for stamps that print none. @returns milliseconds since 1970. */
  momentOf(stamp: LogStamp, year: number): number {
    const { month, day, hour, minute, second, millisecond, utcOffsetMinutes } = stamp;
    const wall = { year: stamp.year ?? year, month, day, hour, minute, second };
    const asUtc = utcMoment(wall) + millisecond;
    return utcOffsetMinutes === undefined ? asUtc - this.#offsetOf(wall) : asUtc - utcOffsetMinutes * 60_000;
  }

  /** @param wall such as the time in a rolled log's name. @returns milliseconds since 1970. */
  momentOfWallTime(wall: WallTime): number {
    return utcMoment(wall) - this.#offsetOf(wall);
  }

  /** The year of a rolled log's last line: it was written about when the log was closed, before or after. */
  yearNear(stamp: LogStamp, moment: number): number {
    const guess = this.#yearAt(moment);
    const distance = (year: number) => Math.abs(this.momentOf(stamp, year) - moment);
    return [guess - 1, guess, guess + 1].reduce((best, year) =>
      distance(year) < distance(best) ? year : best,
    );
  }

  /** The year of a log's last line by its file's time: the latest in which the line is not from the future. */
  yearBefore(stamp: LogStamp, moment: number): number {
    const guess = this.#yearAt(moment) + 1;
    const fits = (year: number) => this.momentOf(stamp, year) <= moment + DAY_MS && existsIn(stamp, year);
    return Array.from({ length: 10 }, (_, back) => guess - back).find(fits) ?? guess - 1;
  }

  #yearAt(moment: number): number {
    return Temporal.Instant.fromEpochMilliseconds(Math.trunc(moment)).toZonedDateTimeISO(this.#timeZone).year;
  }

  #offsetOf(wall: WallTime): number {
    const { year, month, day, hour } = wall;
    const key = ((year * 16 + month) * 32 + day) * 32 + hour;
    const known = this.#offsetsMs.get(key);
    if (known !== undefined) return known;
    // 31 April becomes 30 April and a skipped hour the next one: a damaged line must not stop the reading.
    const zoned = Temporal.PlainDateTime.from({ year, month, day, hour }).toZonedDateTime(this.#timeZone);
    const offsetMs = zoned.offsetNanoseconds / 1_000_000;
    this.#offsetsMs.set(key, offsetMs);
    return offsetMs;
  }
}

/**
 * The year of a log's first line from that of its last: the calendar of one log runs forwards.
 * A log that is quiet for more than a year at a stretch cannot be told from one that is not.
 */
export function firstYear(first: LogStamp, last: LogStamp, lastYear: number): number {
  return first.year ?? (stepDays(last, first) > LATE_DAYS ? lastYear - 1 : lastYear);
}

/**
 * Years for the lines of one log read forwards.
 * @param startYear the year of its first line. @param lastYear that of its last: lines in wild order do not run past it.
 * @returns a function that takes each line's stamp in the order of the file.
 */
export function yearsForward(startYear: number, lastYear: number): (stamp: LogStamp) => number {
  let newest: { stamp: LogStamp; year: number } | undefined;
  return (stamp) => {
    if (newest === undefined || stamp.year !== undefined) {
      newest = { stamp, year: stamp.year ?? startYear };
      return newest.year;
    }
    const step = stepDays(newest.stamp, stamp);
    // January was reached and a thread prints its last line of December.
    if (step > 366 - LATE_DAYS) return newest.year - 1;
    if (step < -LATE_DAYS) newest = { stamp, year: Math.min(newest.year + 1, lastYear) };
    else if (step >= 0) newest = { stamp, year: newest.year };
    return newest.year;
  };
}

/** Days of the calendar from one stamp to the other, years aside: -364 from 31 December to 1 January. */
function stepDays(from: LogStamp, to: LogStamp): number {
  return dayOfYear(to) - dayOfYear(from);
}

function dayOfYear({ month, day, hour }: LogStamp): number {
  // 2024 has all days.
  return (Date.UTC(2024, month - 1, day, hour) - Date.UTC(2024, 0, 1)) / DAY_MS;
}

function utcMoment({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function existsIn({ month, day }: LogStamp, year: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
