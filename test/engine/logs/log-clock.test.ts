// Tests of electron/engine/logs/log-clock.ts, with lines written by hand. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { firstYear, LogClock, yearsForward } from '#engine/logs/log-clock.ts';

const stamp = (month: number, day: number, hour = 0, minute = 0) => ({
  month,
  day,
  hour,
  minute,
  second: 0,
  millisecond: 0,
});
const shanghai = new LogClock('Asia/Shanghai');
const iso = (moment: number) => new Date(moment).toISOString();

describe('the clock of the machine', () => {
  it('reads a stamp in the zone of the machine', () => {
    expect(iso(shanghai.momentOf(stamp(11, 20, 9, 15), 2026))).toBe('2026-11-20T01:15:00.000Z');
  });

  it('follows daylight saving time from hour to hour', () => {
    const berlin = new LogClock('Europe/Berlin');
    expect(iso(berlin.momentOf(stamp(3, 29, 1, 59), 2026))).toBe('2026-03-29T00:59:00.000Z');
    expect(iso(berlin.momentOf(stamp(3, 29, 3, 0), 2026))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(berlin.momentOf(stamp(7, 1, 12), 2026))).toBe('2026-07-01T10:00:00.000Z');
  });

  it('prefers the zone and the year that the line prints', () => {
    const printed = { ...stamp(11, 20, 9), year: 2025, utcOffsetMinutes: 0 };
    expect(iso(shanghai.momentOf(printed, 2026))).toBe('2025-11-20T09:00:00.000Z');
  });

  it('survives a day that does not exist', () => {
    expect(() => shanghai.momentOf(stamp(2, 30), 2026)).not.toThrow();
  });

  it('takes the year before for a line that would be from the future', () => {
    const january = Date.parse('2026-01-05T00:00:00Z');
    expect(shanghai.yearBefore(stamp(1, 4), january)).toBe(2026);
    expect(shanghai.yearBefore(stamp(12, 30), january)).toBe(2025);
    expect(shanghai.yearBefore(stamp(1, 5, 20), january)).toBe(2026);
    expect(shanghai.yearBefore(stamp(1, 7), january)).toBe(2025);
  });

  it('finds the leap year that a 29 February needs', () => {
    expect(shanghai.yearBefore(stamp(2, 29), Date.parse('2027-06-01T00:00:00Z'))).toBe(2024);
  });

  it('takes the year nearest to the moment when a log was closed', () => {
    const newYear = Date.parse('2026-01-01T00:00:30Z');
    expect(shanghai.yearNear(stamp(12, 31, 23, 59), newYear)).toBe(2025);
    expect(shanghai.yearNear(stamp(1, 1, 8, 1), newYear)).toBe(2026);
    expect(shanghai.yearNear(stamp(1, 3), Date.parse('2025-12-30T00:00:00Z'))).toBe(2026);
  });
});

describe('years inside one log', () => {
  it('begins a year earlier where the first line is later in the calendar than the last', () => {
    expect(firstYear(stamp(12, 30), stamp(1, 2), 2026)).toBe(2025);
    expect(firstYear(stamp(1, 2), stamp(11, 2), 2026)).toBe(2026);
  });

  it('takes lines that are late by minutes for late', () => {
    expect(firstYear(stamp(11, 20, 9, 16), stamp(11, 20, 9, 15), 2026)).toBe(2026);
    expect(firstYear(stamp(12, 1, 0, 1), stamp(11, 30, 23, 59), 2026)).toBe(2026);
  });

  it('walks over New Year, and back for a late line of December', () => {
    const yearOf = yearsForward(2025, 2026);
    const lines = [stamp(12, 30), stamp(12, 31, 23), stamp(1, 1, 0, 1), stamp(12, 31, 23, 59), stamp(1, 2)];
    expect(lines.map(yearOf)).toEqual([2025, 2025, 2026, 2025, 2026]);
  });

  it('walks over several years of a quiet log', () => {
    const yearOf = yearsForward(2023, 2026);
    expect([stamp(11, 3), stamp(5, 1), stamp(5, 2), stamp(4, 1)].map(yearOf)).toEqual([
      2023, 2024, 2024, 2025,
    ]);
  });

  it('never runs past the last year, however wild the order', () => {
    const yearOf = yearsForward(2026, 2026);
    expect([stamp(11, 3), stamp(5, 1), stamp(11, 1), stamp(5, 1)].map(yearOf)).toEqual([
      2026, 2026, 2026, 2026,
    ]);
  });

  it('believes a printed year', () => {
    const yearOf = yearsForward(2020, 2026);
    expect([{ ...stamp(5, 1), year: 2026 }, stamp(5, 2)].map(yearOf)).toEqual([2026, 2026]);
  });
});
