// Tests of electron/engine/packet/progress-meter.ts. Runs in vitest.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProgressMeter } from '#engine/packet/progress-meter.ts';
import type { Progress } from '#shared/schema/progress.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('at most 20 reports a second, with sums and what is at work', () => {
  const seen: Progress[] = [];
  const meter = new ProgressMeter('collect', { totalBytes: 1_000, totalFiles: 2 }, (p) => seen.push(p));
  const report = meter.file('os.release', 'collected/os/release/a');
  for (let chunk = 0; chunk < 100; chunk += 1) {
    vi.advanceTimersByTime(10);
    report(5);
  }
  expect(seen.length).toBeGreaterThan(15);
  expect(seen.length).toBeLessThanOrEqual(21);
  expect(seen[0]).toEqual({
    stage: 'collect',
    collector: 'os.release',
    file: 'collected/os/release/a',
    ...{ doneBytes: 0, totalBytes: 1_000, doneFiles: 1, totalFiles: 2 },
  });
  expect(seen.at(-1)).toMatchObject({ doneBytes: 500 });
});

test('the end is told, however soon it comes', () => {
  const seen: Progress[] = [];
  const meter = new ProgressMeter('check', { totalBytes: 50, totalFiles: 1 }, (p) => seen.push(p));
  const report = meter.file(undefined, 'a');
  report(20);
  report(30);
  expect(seen.map(({ doneBytes }) => doneBytes)).toEqual([0, 50]);
});

test('totals grow with what nobody could foresee', () => {
  const seen: Progress[] = [];
  const meter = new ProgressMeter('pack', { totalBytes: 10, totalFiles: 1 }, (p) => seen.push(p));
  for (const path of ['a', 'b']) {
    vi.advanceTimersByTime(60);
    const report = meter.file(undefined, path);
    vi.advanceTimersByTime(60);
    report(30);
  }
  expect(seen.at(-1)).toEqual({
    stage: 'pack',
    file: 'b',
    ...{ doneBytes: 60, totalBytes: 60, doneFiles: 2, totalFiles: 2 },
  });
});
