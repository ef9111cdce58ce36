// Tests of electron/engine/packet/let-go.ts: the memory is free at once, not when the collector comes by. Runs in vitest.
import { expect, test } from 'vitest';
import { letGo } from '#engine/packet/let-go.ts';

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
