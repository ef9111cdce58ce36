// Tests of electron/engine/packet/gathered-files.ts: what goes together, and when. Runs in vitest.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FilesTogether, GatheredFiles } from '#engine/packet/gathered-files.ts';

const sent: FilesTogether[] = [];
let gathered: GatheredFiles;

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  gathered = new GatheredFiles((files) => sent.push(files));
});
afterEach(() => vi.useRealTimers());

const told = () => sent.map(({ bytes, lengths }) => [Buffer.from(bytes).toString(), lengths]);

test('files go together, each by its length, and nothing goes twice', () => {
  gathered.add([Buffer.from('on'), Buffer.from('e')], 3);
  gathered.add([], 0);
  gathered.add([Buffer.from('three')], 5);
  expect(sent).toEqual([]);
  gathered.flush();
  gathered.flush();
  expect(told()).toEqual([['onethree', [3, 0, 5]]]);
});

test('what waits goes after a while, also where nothing else comes', () => {
  gathered.add([Buffer.from('x')], 1);
  vi.advanceTimersByTime(1_000);
  gathered.add([Buffer.from('y')], 1);
  vi.advanceTimersByTime(1_000);
  expect(told()).toEqual([
    ['x', [1]],
    ['y', [1]],
  ]);
});

test('many bytes go at once', () => {
  for (let file = 0; file < 8; file += 1) gathered.add([Buffer.alloc(64 * 1024)], 64 * 1024);
  expect(sent.map(({ bytes }) => bytes.length)).toEqual([512 * 1024]);
});

test('what was given up goes neither now nor later', () => {
  gathered.add([Buffer.from('x')], 1);
  gathered.drop();
  vi.advanceTimersByTime(1_000);
  gathered.flush();
  expect(sent).toEqual([]);
});
