// Tests of electron/engine/host/read-whole-files.ts on real files: what openFile refuses is refused here too. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilePlace } from '#engine/host/host.ts';
import { openFile } from '#engine/host/local-files.ts';
import { readWholeFiles, WHOLE_FILE_BYTES } from '#engine/host/read-whole-files.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const room = Buffer.alloc(4 * WHOLE_FILE_BYTES);

const read = (files: readonly Omit<FilePlace, 'sizeBytes'>[], target = room) =>
  readWholeFiles(files, target).map((file) => {
    if (file === undefined || 'trouble' in file) return file;
    const { from, lengthBytes, ...rest } = file;
    return { ...rest, text: target.toString('latin1', from, from + lengthBytes) };
  });

test('each file’s bytes, size and time', async () => {
  const folder = await temporaryFolder();
  const modifiedAt = new Date('2026-01-02T03:04:05Z');
  await plantFiles(folder, { 'a.log': 'first\n', 'b.log': '', 'c.log': 'third\n' });
  await utimes(join(folder, 'c.log'), modifiedAt, modifiedAt);
  const files = read(['a.log', 'b.log', 'c.log'].map((name) => ({ path: join(folder, name) })));
  expect(files).toEqual([
    expect.objectContaining({ text: 'first\n', sizeBytes: 6, currentSizeBytes: 6 }),
    expect.objectContaining({ text: '', sizeBytes: 0, currentSizeBytes: 0 }),
    { text: 'third\n', sizeBytes: 6, currentSizeBytes: 6, modifiedAt },
  ]);
});

test('what is no file, is not there or may not be read is refused as by openFile, and the others come', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'real.log': 'x', 'secret.log': 'x' });
  await chmod(folder, 0o755);
  await chmod(join(folder, 'secret.log'), 0o000);
  await symlink('real.log', join(folder, 'link.log'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const names = ['link.log', 'pipe', '.', 'none', 'secret.log'];
  const paths = names.map((name) => join(folder, name));
  const [answers, byOpenFile] = await asNobody(async () => [
    read([...paths, join(folder, 'real.log')].map((path) => ({ path }))),
    await Promise.all(paths.map((path) => openFile(path))),
  ]);
  expect(byOpenFile.map((answer) => 'trouble' in answer && answer.trouble)).toEqual([
    ...['ELOOP', 'EINVAL', 'EISDIR', 'ENOENT', 'EACCES'],
  ]);
  expect(answers).toEqual([...byOpenFile, expect.objectContaining({ text: 'x' })]);
}, 3_000);

test('a file is refused that a link in its path leads to', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'logs/a.log': 'log', 'elsewhere/a.log': 'secret' });
  const place = { path: join(folder, 'logs/a.log'), within: join(folder, 'logs') };
  expect(read([place])).toEqual([expect.objectContaining({ text: 'log' })]);
  await rename(join(folder, 'logs'), join(folder, 'gone'));
  await symlink('elsewhere', join(folder, 'logs'));
  expect(read([place])).toEqual([{ trouble: 'ELOOP' }]);
  expect(await openFile(place.path, place.within)).toEqual({ trouble: 'ELOOP' });
});

test('what is too long is left to others, as is what finds no room', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'a.log': 'x'.repeat(WHOLE_FILE_BYTES + 1), 'b.log': 'bb', 'c.log': 'c' });
  const places = ['a.log', 'b.log', 'c.log'].map((name) => ({ path: join(folder, name) }));
  const bb = expect.objectContaining({ text: 'bb' });
  expect(read(places)).toEqual([undefined, bb, expect.objectContaining({ text: 'c' })]);
  expect(read(places, Buffer.alloc(2))).toEqual([undefined, bb, undefined]);
});

test('every file is closed again, also one that was refused', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'sub'));
  await plantFiles(folder, { 'a.log': 'x', 'long.log': 'x'.repeat(WHOLE_FILE_BYTES + 1) });
  const opened = () => Number(execFileSync('sh', ['-c', `ls /proc/${process.pid}/fd | wc -l`]));
  const before = opened();
  for (let round = 0; round < 20; round += 1) {
    read(['a.log', 'long.log', 'sub'].map((name) => ({ path: join(folder, name), within: '/elsewhere' })));
  }
  expect(opened()).toBe(before);
  await rm(folder, { recursive: true });
});
