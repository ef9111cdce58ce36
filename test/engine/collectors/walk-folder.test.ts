// Tests of electron/engine/collectors/walk-folder.ts on real folders. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { walkFolder } from '#engine/collectors/walk-folder.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;

test('all regular files below, the rest listed', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'a.log': 'abc', 'x/y/b.log': '' });
  await symlink('..', join(folder, 'x/up'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const { files, notes, leftOut } = await walkFolder(await createLocalHost(), folder, never);
  expect(files.map(({ relativePath, sizeBytes }) => [relativePath, sizeBytes]).sort()).toEqual([
    ['a.log', 3],
    ['x/y/b.log', 0],
  ]);
  expect(notes).toEqual([]);
  expect(leftOut).toHaveLength(2);
  expect(leftOut).toEqual(
    expect.arrayContaining([
      { reason: 'link-not-followed', about: join(folder, 'x/up') },
      { reason: 'not-a-file', about: join(folder, 'pipe') },
    ]),
  );
});

test('a folder that may not be read is noted and passed by', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'a.log': '', 'closed/b.log': '' });
  await chmod(folder, 0o755);
  await chmod(join(folder, 'closed'), 0o000);
  const host = await createLocalHost();
  const { files, notes } = await asNobody(() => walkFolder(host, folder, never));
  await chmod(join(folder, 'closed'), 0o700);
  expect(files.map(({ relativePath }) => relativePath)).toEqual(['a.log']);
  expect(notes).toEqual([{ reason: 'permission-denied', about: join(folder, 'closed'), detail: 'EACCES' }]);
});

test('a tree without end is left, and where it was left is listed', async () => {
  const folder = await temporaryFolder();
  const deep = join(folder, ...Array.from({ length: 20 }, () => 'd'));
  await mkdir(deep, { recursive: true });
  await plantFiles(deep, { 'lost.log': '' });
  const { files, leftOut } = await walkFolder(await createLocalHost(), folder, never);
  expect(files).toEqual([]);
  expect(leftOut).toEqual([
    { reason: 'too-deep', about: join(folder, ...Array.from({ length: 17 }, () => 'd')) },
  ]);
});

test('the folder itself may be a link, since someone chose it', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'real/a.log': '' });
  await symlink('real', join(folder, 'link'));
  const { files } = await walkFolder(await createLocalHost(), join(folder, 'link'), never);
  expect(files.map(({ relativePath }) => relativePath)).toEqual(['a.log']);
});

test('cancelling ends the walk', async () => {
  const host = await createLocalHost();
  await expect(walkFolder(host, '/usr', AbortSignal.abort())).rejects.toThrow('aborted');
});

test('a Windows disk that cannot tell where a folder really lies is walked all the same', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'a.log': '' });
  const host = await createLocalHost();
  const mute = { ...host, realPath: async () => ({ trouble: 'EISDIR' }) };
  const { files } = await walkFolder(
    { ...mute, platform: 'win32', list: () => host.list(folder) },
    'R:\\logs',
    never,
  );
  expect(files.map(({ path, within }) => [path, within])).toEqual([['R:\\logs\\a.log', undefined]]);
  expect((await walkFolder(mute, folder, never)).notes).toHaveLength(1);
});
