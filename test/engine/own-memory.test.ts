// Tests of electron/engine/own-memory.ts: the memory is free at once, not when the collector comes by. Runs in vitest.
import { expect, test } from 'vitest';
import { isOwn, letGo, letGoOfOwn, markOwn } from '#engine/own-memory.ts';

const MIB = 1024 ** 2;

test('buffers that were let go do not pile up', () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let round = 0; round < 200; round += 1) {
    const buffer = Buffer.allocUnsafeSlow(MIB).fill(1);
    letGo(buffer);
    expect(buffer).toHaveLength(0);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(most).toBeLessThan(20 * MIB);
});

test('only memory that was marked, as a whole, is let go', () => {
  const shared = Buffer.from('others may read this');
  const own = markOwn(Buffer.allocUnsafeSlow(4096).fill(1));
  const part = own.subarray(0, 4000);
  const unmarked = Buffer.allocUnsafeSlow(4096).fill(1);
  expect([shared, own, part, unmarked].map(isOwn)).toEqual([false, true, false, false]);
  for (const buffer of [shared, part, unmarked]) letGoOfOwn(buffer);
  expect([shared, own, part, unmarked].map(({ length }) => length)).toEqual([20, 4096, 4000, 4096]);
  letGoOfOwn(own);
  expect([own.length, part.length]).toEqual([0, 0]);
});
