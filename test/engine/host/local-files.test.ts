// Tests of electron/engine/host/local-files.ts on real files. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTrouble, type OpenFile } from '#engine/host/host.ts';
import { fileInfo, listFolder, openFile, readSmallText, realFilePath } from '#engine/host/local-files.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function opened(path: string): Promise<OpenFile> {
  const file = await openFile(path);
  if (isTrouble(file)) throw new Error(`${path}: ${file.trouble}`);
  return file;
}

test('a file is read at any position, up to its end', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.log'), 'hello world');
  const file = await opened(join(folder, 'a.log'));
  const target = Buffer.alloc(64);
  expect(file.sizeBytes).toBe(11);
  expect(await file.read(target, 6)).toBe(5);
  expect(target.toString('utf8', 0, 5)).toBe('world');
  expect(await file.read(target, 11)).toBe(0);
  await file.close();
});

test('an open file tells its size now, and stays readable when it is rolled away', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a.log');
  await writeFile(path, 'one\n');
  const file = await opened(path);
  await appendFile(path, 'two\n');
  expect(file.sizeBytes).toBe(4);
  expect(await file.currentSizeBytes()).toBe(8);
  await truncate(path, 1);
  expect(await file.currentSizeBytes()).toBe(1);
  await rename(path, `${path}.1`);
  expect(await file.read(Buffer.alloc(8), 0)).toBe(1);
  await file.close();
});

test('a link is refused, wherever it leads', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'real.log': 'x' });
  await symlink('real.log', join(folder, 'link.log'));
  await symlink('self', join(folder, 'self'));
  expect(await openFile(join(folder, 'link.log'))).toEqual({ trouble: 'ELOOP' });
  expect(await openFile(join(folder, 'self'))).toEqual({ trouble: 'ELOOP' });
  expect(await realFilePath(join(folder, 'link.log'))).toBe(join(folder, 'real.log'));
  expect(await realFilePath(join(folder, 'self'))).toEqual({ trouble: 'ELOOP' });
});

test('a pipe nobody writes to does not block, and is no file', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  expect(await openFile(path)).toEqual({ trouble: 'EINVAL' });
  expect(await fileInfo(path)).toMatchObject({ kind: 'other' });
}, 3_000);

test('a folder is no file, and what is not there is told', async () => {
  const folder = await temporaryFolder();
  expect(await openFile(folder)).toEqual({ trouble: 'EISDIR' });
  expect(await openFile(join(folder, 'none'))).toEqual({ trouble: 'ENOENT' });
  expect(await listFolder(join(folder, 'none'))).toEqual({ trouble: 'ENOENT' });
  expect(await fileInfo(join(folder, 'none'))).toEqual({ trouble: 'ENOENT' });
  expect(await readSmallText(join(folder, 'none'), 10)).toEqual({ trouble: 'ENOENT' });
});

test('what this user may not read is told', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'secret.log': 'x', 'closed/a.log': 'x' });
  await chmod(folder, 0o755);
  await chmod(join(folder, 'secret.log'), 0o000);
  await chmod(join(folder, 'closed'), 0o000);
  const answers = await asNobody(async () => [
    await openFile(join(folder, 'secret.log')),
    await readSmallText(join(folder, 'secret.log'), 10),
    await listFolder(join(folder, 'closed')),
  ]);
  await chmod(join(folder, 'closed'), 0o700);
  expect(answers).toEqual([{ trouble: 'EACCES' }, { trouble: 'EACCES' }, { trouble: 'EACCES' }]);
});

test('a folder lists what it holds, links as links', async () => {
  const folder = await temporaryFolder();
  const modifiedAt = new Date('2026-01-02T03:04:05Z');
  await plantFiles(folder, { 'a.log': { bytes: 'abc', modifiedAt } });
  await mkdir(join(folder, 'sub'));
  await symlink('/etc', join(folder, 'way-out'));
  const entries = await listFolder(folder);
  if (isTrouble(entries)) throw new Error(entries.trouble);
  expect([...entries].map(({ name, kind }) => [name, kind]).sort()).toEqual([
    ['a.log', 'file'],
    ['sub', 'folder'],
    ['way-out', 'link'],
  ]);
  expect(entries.find(({ name }) => name === 'a.log')).toMatchObject({ sizeBytes: 3, modifiedAt });
});

test('small texts are read whole, also from files that say they are empty, and bounded', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'zh'), '中文');
  expect(await readSmallText(join(folder, 'zh'), 100)).toBe('中文');
  expect(await readSmallText(join(folder, 'zh'), 3)).toBe('中');
  expect(await readSmallText('/proc/self/status', 64 * 1024)).toContain('Pid:');
});

test('a folder lists by name, whatever order the disk gives', async () => {
  const folder = await temporaryFolder();
  const names = Array.from({ length: 60 }, (_, at) => `${(at * 37) % 60}.log`);
  for (const name of names) await plantFiles(folder, { [name]: '' });
  const entries = await listFolder(folder);
  if (isTrouble(entries)) throw new Error(entries.trouble);
  expect(entries.map(({ name }) => name)).toEqual(names.toSorted());
});
