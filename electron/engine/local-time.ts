// Moments as the machine's people read them. Runs in the engine's process.
import { Temporal } from 'temporal-polyfill';

function zoned(date: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
}

/** ISO 8601 in seconds with the zone's offset, such as 2026-11-22T10:15:30+08:00. */
export function isoWithOffset(date: Date, timeZone: string): string {
  return zoned(date, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** How far the zone's clocks are before UTC then. */
export function offsetMs(date: Date, timeZone: string): number {
  return zoned(date, timeZone).offsetNanoseconds / 1_000_000;
}

/** For file names, such as 20261122-101530. */
export function compactLocalTime(date: Date, timeZone: string): string {
  return isoWithOffset(date, timeZone).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
