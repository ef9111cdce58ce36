// Tests of electron/engine/free-space.ts. Runs in vitest.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { estimatePackedBytes, freeBytes } from '#engine/free-space.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const MIB = 1024 ** 2;

test('text shrinks, what is compressed already does not, and there is always some overhead', () => {
  expect(estimatePackedBytes([])).toBe(MIB);
  expect(estimatePackedBytes([{ name: 'CVD.log', sizeBytes: 6 * MIB }])).toBe(2 * MIB);
  expect(estimatePackedBytes([{ name: 'CVD.log.GZ', sizeBytes: 6 * MIB }])).toBe(7 * MIB);
  expect(estimatePackedBytes([{ name: '01.png', sizeBytes: MIB }])).toBe(2 * MIB);
  expect(estimatePackedBytes([{ name: 'png', sizeBytes: 6 * MIB }])).toBe(2 * MIB);
});

test('what is free, and no such folder', async () => {
  const folder = await temporaryFolder();
  expect(await freeBytes(folder)).toBeGreaterThan(0);
  await expect(freeBytes(join(folder, 'none'))).rejects.toMatchObject({
    problems: [{ code: 'cannot-write', path: join(folder, 'none'), reason: 'ENOENT' }],
  });
});
