// Tests of electron/engine/own-files/json-lines.ts on a real folder: history and the list of saved packets. Runs in vitest.
import { appendFile, chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { appendJsonLine, readJsonLines } from '#engine/own-files/json-lines.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const Entry = z.object({ id: z.number() });
const ids = async (path: string) => (await readJsonLines(path, Entry)).map(({ id }) => id);
const listPath = async () => join(await temporaryFolder(), 'data', 'list.jsonl');

test('keeps lines in order, for its user only', async () => {
  const path = await listPath();
  expect(await ids(path)).toEqual([]);
  for (const id of [1, 2, 3]) await appendJsonLine(path, { id });
  expect(await ids(path)).toEqual([1, 2, 3]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
});

test.each([
  ['half a line', '{"id":'],
  ['NULs of a power cut', '\0'.repeat(512)],
  ['a line of a megabyte', 'x'.repeat(1024 ** 2)],
  ['other entries', '{"id":"two"}\n[]\nnull\n{"__proto__":{"id":5}}\n'],
  ['nesting beyond any depth', `${'['.repeat(200_000)}\n`],
])('%s costs that line and nothing else', async (_, damage) => {
  const path = await listPath();
  await appendJsonLine(path, { id: 1 });
  await appendFile(path, damage);
  await appendJsonLine(path, { id: 2 });
  expect(await ids(path)).toEqual([1, 2]);
  expect(await readFile(path, 'utf8')).toContain(damage.trimEnd());
});

test('a mark of UTF-8 before the first line is no damage', async () => {
  const path = await listPath();
  await appendJsonLine(path, { id: 1 });
  await writeFile(path, `\ufeff${await readFile(path, 'utf8')}`);
  expect(await ids(path)).toEqual([1]);
});

test.each(['a folder', 'a pipe that nobody writes to', 'a link to nothing', 'a link to itself'])(
  '%s makes room, set aside',
  async (kind) => {
    const path = join(await temporaryFolder(), 'list.jsonl');
    await hostileFiles[kind]?.(path);
    expect(await ids(path)).toEqual([]);
    await appendJsonLine(path, { id: 1 });
    expect(await ids(path)).toEqual([1]);
    expect(await readdir(join(path, '..'))).toEqual(['list.jsonl', 'list.jsonl.bad']);
  },
);

test('a list that an editor saved as UTF-16 is set aside whole, and the next beside the last', async () => {
  const path = await listPath();
  await appendJsonLine(path, { id: 1 });
  for (const number of ['', '2']) {
    const bytes = Buffer.from(`\ufeff{"id":${number || 1}}\r\n`, 'utf16le');
    await writeFile(path, bytes);
    await appendJsonLine(path, { id: 9 });
    expect(await readFile(`${path}.bad${number}`)).toEqual(bytes);
    expect(await ids(path)).toEqual([9]);
  }
});

test('writes through no link', async () => {
  const path = join(await temporaryFolder(), 'list.jsonl');
  const victim = `${path}.victim`;
  await writeFile(victim, 'mine\n');
  await symlink(victim, path);
  await appendJsonLine(path, { id: 1 });
  expect(await readFile(victim, 'utf8')).toBe('mine\n');
  expect((await lstat(path)).isFile()).toBe(true);
});

test('of a list of 100 MB the newest entries are read, and it can be appended to', async () => {
  const path = join(await temporaryFolder(), 'list.jsonl');
  const filler = `${'{"id":0}'.padEnd(1024 ** 2 - 1, ' ')}\n`;
  for (let written = 0; written < 100; written += 1) await appendFile(path, filler);
  await appendJsonLine(path, { id: 1 });
  const found = await ids(path);
  expect(found.at(-1)).toBe(1);
  expect(found.length).toBeGreaterThan(60);
});

test('what this user may not write is told and not touched', async () => {
  const path = join(await temporaryFolder(), 'list.jsonl');
  await writeFile(path, '{"id":1}\n', { mode: 0o000 });
  await chmod(join(path, '..'), 0o777);
  await expect(asNobody(() => appendJsonLine(path, { id: 2 }))).rejects.toMatchObject({ code: 'EACCES' });
  expect(await ids(path)).toEqual([1]);
});
