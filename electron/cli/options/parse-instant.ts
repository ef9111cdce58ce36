// Points in time: --occurred-at, --since, --until. Runs in the command line's process.
import { type Parsed, parsed, refused } from './given.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const AGE = /^(\d{1,5})\s*([hd])$/i;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @returns the instant as ISO 8601 with the machine's own offset: what case.json holds. */
function localIso(instant: Date): string {
  const offsetMinutes = -instant.getTimezoneOffset();
  const shifted = new Date(instant.getTime() + offsetMinutes * 60_000);
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${shifted.toISOString().slice(0, 19)}${sign}${two(offsetMinutes / 60)}:${two(offsetMinutes % 60)}`;
}

/** Without an offset a time is the machine's local time; a date alone is the start or the end of that day. */
function readIso(text: string, dateAlone: 'start' | 'end'): Date | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, offset] = match;
  const clock = [hour ?? '00', minute ?? '00', second ?? '00'].join(':');
  // Date would quietly turn 30 February into 2 March.
  const calendarDay = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(calendarDay.getTime()) || calendarDay.getUTCDate() !== Number(day)) return undefined;
  const zone = (offset ?? '').toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const instant = new Date(`${year}-${month}-${day}T${clock}${zone}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  const wholeDay = hour === undefined && dateAlone === 'end' ? DAY_MS - 1000 : 0;
  return new Date(instant.getTime() + wholeDay);
}

/** --occurred-at: a date, or a date and time. */
export function parseOccurredAt(now: Date): (text: string) => Parsed<string> {
  return (text) => {
    const instant = readIso(text, 'start');
    if (instant === undefined) return refused('not-an-instant');
    const value = localIso(instant);
    return instant.getTime() > now.getTime()
      ? { ok: true, value, warning: { code: 'in-the-future' } }
      : parsed(value);
  };
}

/** --since: how far back (24h, 3d), or an instant before now. */
export function parseSince(now: Date): (text: string) => Parsed<string> {
  return (text) => {
    const [, amount, unit] = AGE.exec(text.trim()) ?? [];
    if (amount !== undefined && unit !== undefined) {
      const unitMs = unit.toLowerCase() === 'h' ? HOUR_MS : DAY_MS;
      return parsed(localIso(new Date(now.getTime() - Number(amount) * unitMs)));
    }
    const instant = readIso(text, 'start');
    if (instant === undefined) return refused('not-a-since');
    return instant.getTime() > now.getTime() ? refused('since-in-the-future') : parsed(localIso(instant));
  };
}

/** --until: an instant; a date alone includes that day. */
export function parseUntil(text: string): Parsed<string> {
  const instant = readIso(text, 'end');
  return instant === undefined ? refused('not-an-instant') : parsed(localIso(instant));
}
