// Sizes and durations as people read them.
import { expect, test } from 'vitest';
import { formatBytes, formatDuration, localTime } from '#cli/terminal/amounts.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [1024 ** 2 - 1, '1.0 MB'],
  [1.5 * 1024 ** 3, '1.5 GB'],
  [5 * 1024 ** 5, '5120.0 TB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [400, '0:00'],
  [61_000, '1:01'],
  [3_600_000, '1:00:00'],
  [3_725_400, '1:02:05'],
])('%i ms are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('times are those of this machine', () => {
  const instant = new Date(2026, 10, 8, 9, 4, 59);
  expect(localTime(instant.toISOString())).toBe('2026-11-08 09:04');
});
