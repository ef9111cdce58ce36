// Tests of electron/engine/local-moments.ts against the slow way. Runs in vitest.
import { expect, test } from 'vitest';
import { LocalMoments } from '#engine/local-moments.ts';
import { isoWithOffset } from '#engine/local-time.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Moments around days on which clocks change, and others, back and forth. */
const moments = [
  ...[Date.UTC(2026, 2, 8), Date.UTC(2026, 2, 29), Date.UTC(2026, 3, 4), Date.UTC(2026, 9, 3)],
  ...[Date.UTC(2026, 9, 25), Date.UTC(1989, 3, 15), Date.UTC(1971, 5, 1), Date.UTC(2026, 10, 22)],
].flatMap((day) => Array.from({ length: 56 }, (_, at) => day + (at - 4) * HOUR_MS + (at % 7) * 999_999));
const strange = [-1, 0, Date.UTC(1900, 0, 1), Date.UTC(9999, 11, 31, 23), Date.UTC(12_000, 0, 1)];

test.each([
  ...['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'],
  ...['Africa/Monrovia', 'UTC'],
])('in %s', (timeZone) => {
  const local = new LocalMoments(timeZone);
  const all = [...moments, ...moments.toReversed(), ...strange];
  expect(all.map((moment) => local.text(moment))).toEqual(
    all.map((moment) => isoWithOffset(new Date(moment), timeZone)),
  );
});
