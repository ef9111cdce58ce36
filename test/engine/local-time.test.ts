// Tests of electron/engine/local-time.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { compactLocalTime, isoWithOffset } from '#engine/local-time.ts';

const moment = new Date('2026-11-22T02:15:30.999Z');

test.each([
  ['Asia/Shanghai', '2026-11-22T10:15:30+08:00', '20261122-101530'],
  ['Asia/Kolkata', '2026-11-22T07:45:30+05:30', '20261122-074530'],
  ['America/New_York', '2026-11-21T21:15:30-05:00', '20261121-211530'],
  ['UTC', '2026-11-22T02:15:30+00:00', '20261122-021530'],
])('in %s', (timeZone, iso, compact) => {
  expect(isoWithOffset(moment, timeZone)).toBe(iso);
  expect(compactLocalTime(moment, timeZone)).toBe(compact);
});
