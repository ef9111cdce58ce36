// --since, --until, --occurred-at on a machine in Shanghai.
import { beforeAll, expect, test, vi } from 'vitest';
import { parseOccurredAt, parseSince, parseUntil } from '#cli/options/parse-instant.ts';

const now = new Date('2026-11-22T12:00:00+08:00');
const since = parseSince(now);

beforeAll(() => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
});

test.each([
  ['24h', '2026-11-21T12:00:00+08:00'],
  ['3d', '2026-11-19T12:00:00+08:00'],
  ['3D', '2026-11-19T12:00:00+08:00'],
  ['2026-11-20', '2026-11-20T00:00:00+08:00'],
  ['2026-11-20 10:15', '2026-11-20T10:15:00+08:00'],
  ['2026-11-20T10:15:30', '2026-11-20T10:15:30+08:00'],
  ['2026-11-20T10:15Z', '2026-11-20T18:15:00+08:00'],
  ['2026-11-20T10:15:00.250-0500', '2026-11-20T23:15:00+08:00'],
])('--since %s starts at %s', (typed, instant) => {
  expect(since(typed)).toEqual({ ok: true, value: instant });
});

test.each(['yesterday', '', '3w', '-1d', '2026-02-30', '2026-13-01', '2026-11-20T25:00', '20261120'])(
  'refuses --since %j',
  (typed) => {
    expect(since(typed)).toEqual({ ok: false, code: 'not-a-since' });
  },
);

test('refuses a start in the future, for nothing could be collected', () => {
  expect(since('2026-11-23')).toEqual({ ok: false, code: 'since-in-the-future' });
});

test('a date alone ends with that day', () => {
  expect(parseUntil('2026-11-20')).toEqual({ ok: true, value: '2026-11-20T23:59:59+08:00' });
  expect(parseUntil('24h')).toEqual({ ok: false, code: 'not-an-instant' });
});

test('an event in the future is odd, not impossible', () => {
  const occurredAt = parseOccurredAt(now);
  expect(occurredAt('2026-11-22T11:59')).toEqual({ ok: true, value: '2026-11-22T11:59:00+08:00' });
  expect(occurredAt('2027-11-22')).toMatchObject({ ok: true, warning: { code: 'in-the-future' } });
  expect(occurredAt('last night')).toEqual({ ok: false, code: 'not-an-instant' });
});

test('names the offset of zones west of Greenwich', () => {
  vi.stubEnv('TZ', 'America/St_Johns');
  expect(parseUntil('2026-11-20T10:15')).toEqual({ ok: true, value: '2026-11-20T10:15:00-03:30' });
  vi.stubEnv('TZ', 'Asia/Shanghai');
});
