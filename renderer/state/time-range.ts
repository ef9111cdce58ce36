// The time range of the logs, as its two fields hold it: this machine's local time without zone. Pure. Runs in the window.
const HOUR_MS = 3_600_000;
/** Around the moment at which it happened. */
const AROUND_MS = 2 * HOUR_MS;

export interface TimeRange {
  readonly rangeFrom: string;
  readonly rangeTo: string;
}

export const wholeTime: TimeRange = { rangeFrom: '', rangeTo: '' };

export function lastHours(hours: number, now: Date): TimeRange {
  return { rangeFrom: localMinute(new Date(now.getTime() - hours * HOUR_MS)), rangeTo: '' };
}

/** @param occurredAt as its field holds it; undefined where it is no time */
export function aroundTime(occurredAt: string): TimeRange | undefined {
  const at = Date.parse(occurredAt);
  if (Number.isNaN(at)) return undefined;
  return {
    rangeFrom: localMinute(new Date(at - AROUND_MS)),
    rangeTo: localMinute(new Date(at + AROUND_MS)),
  };
}

/** @returns as a datetime-local input holds it: 2026-11-22T14:30 */
export function localMinute(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
