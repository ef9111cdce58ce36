// Tests of electron/engine/host/read-file-ends.ts on real files. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isTrouble } from '#engine/host/host.ts';
import { createEndsReader, readAtOnce, readByCallbacks } from '#engine/host/read-file-ends.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const readEnds = createEndsReader();

async function endsOf(path: string, sizeBytes: number, bytes: number): Promise<[string, string]> {
  const ends = await readEnds(path, sizeBytes, bytes);
  if (isTrouble(ends)) throw new Error(ends.trouble);
  return [ends.head.toString(), ends.tail.toString()];
}

it('reads both ends, the last one from an even offset', async () => {
  const path = join(await temporaryFolder(), 'a.log');
  await writeFile(path, '0123456789abcdef!');
  expect(await endsOf(path, 17, 4)).toEqual(['0123', 'cdef!']);
  expect(await endsOf(path, 17, 5)).toEqual(['01234', 'cdef!']);
});

it('reads a short file once', async () => {
  const path = join(await temporaryFolder(), 'a.log');
  await writeFile(path, '0123456');
  expect(await endsOf(path, 7, 4)).toEqual(['0123456', '0123456']);
  expect(await endsOf(path, 0, 4)).toEqual(['', '']);
});

it('takes what is left of a file that shrank, and not what one grew', async () => {
  const path = join(await temporaryFolder(), 'a.log');
  await writeFile(path, '0123456789abcdef');
  await truncate(path, 6);
  expect(await endsOf(path, 16, 4)).toEqual(['0123', '']);
  expect(await endsOf(path, 3, 4)).toEqual(['012', '012']);
});

it.each([
  ['at once', async (...question: Parameters<typeof readAtOnce>) => readAtOnce(...question)],
  ['by callbacks', readByCallbacks],
])(
  '%s reads alike, says why it cannot, and never follows a link or waits for a pipe',
  async (_name, ends) => {
    const folder = await temporaryFolder();
    const part = { at: 0, length: 4 };
    await symlink('/etc/passwd', join(folder, 'link'));
    await writeFile(join(folder, 'file'), '0123456789');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await ends(join(folder, 'file'), [part])).toEqual({
      head: Buffer.from('0123'),
      tail: Buffer.from('0123'),
    });
    expect(await ends(join(folder, 'file'), [part, { at: 8, length: 4 }])).toEqual({
      head: Buffer.from('0123'),
      tail: Buffer.from('89'),
    });
    expect(await ends(join(folder, 'gone'), [part])).toEqual({ trouble: 'ENOENT' });
    expect(await ends(join(folder, 'link'), [part])).toEqual({ trouble: 'ELOOP' });
    expect(await ends(folder, [part])).toEqual({ trouble: 'EISDIR' });
    expect(isTrouble(await ends(join(folder, 'pipe'), [part]))).toBe(true);
  },
);
