// The bar on a terminal, lines elsewhere, and the estimate of the remaining time.
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from '#cli/progress/pace.ts';
import { barLine, progressBar } from '#cli/progress/progress-bar.ts';
import { progressLines } from '#cli/progress/progress-lines.ts';
import { displayWidth } from '#cli/terminal/display-width.ts';
import { texts } from '#shared/i18n/texts.ts';
import type { Progress } from '#shared/schema/progress.ts';

const half: Progress = {
  stage: 'collect',
  collector: 'commvault.logs',
  file: 'collected/commvault/logs/Instance001/CVD.log',
  doneBytes: 512 * 1024,
  totalBytes: 1024 ** 2,
  doneFiles: 3,
  totalFiles: 6,
};

const pace = { remainingMs: 61_000, bytesPerSecond: 1024 ** 2 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the bar shows share, bytes, files, remaining time and the file at work', () => {
  expect(barLine(half, pace, 120, texts('en'))).toBe(
    'Collecting  [##########..........]  50%  512.0 KB / 1.0 MB  3 of 6 files  1:01 left' +
      '  collected/commva…stance001/CVD.log',
  );
  expect(barLine(half, pace, 160, texts('zh'))).toContain('剩余 1:01');
});

test('the bar never breaks the line, whatever the width, and file names cannot drive the terminal', () => {
  const evil = { ...half, file: `日志${'长'.repeat(80)}\u001b[2J\n.log` };
  for (const columns of [20, 40, 80, 200]) {
    const line = barLine(evil, pace, columns, texts('zh'));
    expect(displayWidth(line)).toBeLessThan(columns);
    expect(line).not.toContain('\u001b');
    expect(line).not.toContain('\n');
  }
});

test('while looking there are no bytes and no files to count', () => {
  const look = { ...half, stage: 'look' as const, file: undefined, doneBytes: 0, totalBytes: 0 };
  expect(barLine(look as Progress, undefined, 80, texts('en'))).toBe('Looking  commvault.logs');
});

test('the bar redraws at most ten times a second and wipes itself', () => {
  const output = new PassThrough();
  const display = progressBar(output, texts('en'));
  vi.advanceTimersByTime(1000);
  for (let count = 0; count < 10; count += 1) {
    display.show(half);
    vi.advanceTimersByTime(30);
  }
  display.clear();
  const written: string = output.read().toString();
  expect(written.match(/Collecting/g)).toHaveLength(3);
  expect(written.endsWith('\r\u001b[K')).toBe(true);
});

test('a terminal that says it is 0 columns wide gets a bar of the usual width', () => {
  const output = Object.assign(new PassThrough(), { columns: 0 });
  vi.advanceTimersByTime(1000);
  progressBar(output, texts('en')).show(half);
  expect(output.read().toString()).toContain('50%  512.0 KB / 1.0 MB  3 of 6 files');
});

test('lines come as a stage begins and every five seconds', () => {
  const output = new PassThrough();
  const display = progressLines(output, texts('en'));
  vi.advanceTimersByTime(1000);
  for (let count = 0; count < 11; count += 1) {
    display.show(half);
    vi.advanceTimersByTime(1000);
  }
  display.show({ ...half, stage: 'pack' });
  expect(output.read().toString().split('\n')).toEqual([
    'Collecting …',
    'Collecting: 512.0 KB of 1.0 MB (50%), 0:05 left',
    'Collecting: 512.0 KB of 1.0 MB (50%), 0:10 left',
    'Packing …',
    '',
  ]);
});

test('the estimate waits until the speed means something, and starts anew with each stage', () => {
  const paces = new Pace();
  expect(paces.estimate({ ...half, doneBytes: 0 }, 1000)).toBeUndefined();
  expect(paces.estimate(half, 2000)).toBeUndefined();
  expect(paces.estimate(half, 5000)).toEqual({ remainingMs: 4000, bytesPerSecond: (512 * 1024) / 4 });
  expect(paces.estimate({ ...half, stage: 'pack' }, 9000)).toBeUndefined();
});

test('sending shows its speed, and what was there before does not count', () => {
  const paces = new Pace();
  const resumed: Progress = { ...half, stage: 'send' };
  expect(paces.estimate(resumed, 1000)).toBeUndefined();
  const later = { ...resumed, doneBytes: resumed.doneBytes + 4096 };
  expect(paces.estimate(later, 5000)?.bytesPerSecond).toBe(1024);
  expect(barLine(later, paces.estimate(later, 5000), 160, texts('en'))).toContain('1.0 KB/s  8:28 left');
});

test.each([
  ['bar', progressBar],
  ['lines', progressLines],
])('the %s says why and when an attempt is repeated, on a line that stays', (_name, display) => {
  const output = new PassThrough();
  const pause = { reason: 'connection-lost' as const, delayMs: 2100, retry: 2, retries: 5 };
  display(output, texts('en')).show({ ...half, stage: 'send', pause });
  expect(output.read().toString()).toMatch(/connection broke; trying again in 3 s \(2 of 5\)\n$/);
});
