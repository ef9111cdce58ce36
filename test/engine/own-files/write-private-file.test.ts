// Tests of electron/engine/own-files/write-private-file.ts: whole or not at all, for this user alone, through no link.
// Runs in vitest.
import { spawnSync } from 'node:child_process';
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePrivateFile } from '#engine/own-files/write-private-file.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

test('makes the folder, replaces the file, leaves nothing else', async () => {
  const path = join(await temporaryFolder(), 'data', 'deep', 'settings.json');
  await writePrivateFile(path, 'old');
  await writePrivateFile(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(join(path, '..'))).toEqual(['settings.json']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
});

test('replaces a link instead of writing through it', async () => {
  const path = join(await temporaryFolder(), 'settings.json');
  const victim = `${path}.victim`;
  await writeFile(victim, 'mine');
  await symlink(victim, path);
  await writePrivateFile(path, 'ours');
  expect(await readFile(victim, 'utf8')).toBe('mine');
  expect((await lstat(path)).isFile()).toBe(true);
});

test('two at a time do not mix', async () => {
  const path = join(await temporaryFolder(), 'settings.json');
  const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(100_000));
  await Promise.all(texts.map((text) => writePrivateFile(path, text)));
  expect(texts).toContain(await readFile(path, 'utf8'));
  expect(await readdir(join(path, '..'))).toEqual(['settings.json']);
});

test('clears away what a killed process left of the same file, and nothing of others', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'settings.json');
  const { pid: dead } = spawnSync('true');
  const id = '0b5c2a52-6f5e-4c39-9d0c-1b6f0f3f6a01';
  const others = [
    `settings.json.${process.ppid}.${id}.new`,
    `other.json.${dead}.${id}.new`,
    'settings.json.bad',
  ];
  for (const name of [...others, `settings.json.${dead}.${id}.new`])
    await writeFile(join(folder, name), 'half');
  await writePrivateFile(path, 'whole');
  expect((await readdir(folder)).sort()).toEqual([...others, 'settings.json'].sort());
});

test('a closed folder leaves what was there', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'settings.json');
  await writePrivateFile(path, 'old');
  await chmod(folder, 0o555);
  await expect(asNobody(() => writePrivateFile(path, 'new'))).rejects.toMatchObject({ code: 'EACCES' });
  expect(await readFile(path, 'utf8')).toBe('old');
});

test.skipIf(!canMount())('a full disk leaves what was there', async () => {
  const folder = await smallVolume('size=64k');
  const path = join(folder, 'settings.json');
  await writePrivateFile(path, 'old');
  await expect(writePrivateFile(path, 'x'.repeat(1024 ** 2))).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['settings.json']);
});
