// Tests of electron/engine/own-files/read-text-file.ts: encodings that editors on Chinese Windows write, and what is no text
// file at all. Runs in vitest.
import { execFileSync, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTextFile } from '#engine/own-files/read-text-file.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const TEXT = '备份失败 error=0x1';
/** 备份失败 in GB18030. */
const GB18030 = Buffer.from('b1b8b7ddcaa7b0dc206572726f723d307831', 'hex');
const MAX_BYTES = 100_000;

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['GB18030', GB18030],
])('reads %s', async (_, bytes) => {
  const path = join(await temporaryFolder(), 'text.txt');
  await writeFile(path, bytes);
  expect(await readTextFile(path, MAX_BYTES)).toEqual({ ok: true, text: TEXT });
});

test('reads up to its limit and not a byte more', async () => {
  const path = join(await temporaryFolder(), 'text.txt');
  await writeFile(path, 'x'.repeat(MAX_BYTES));
  expect(await readTextFile(path, MAX_BYTES)).toMatchObject({ ok: true });
  await writeFile(path, 'x'.repeat(MAX_BYTES + 1));
  expect(await readTextFile(path, MAX_BYTES)).toEqual({ ok: false, reason: 'EFBIG' });
});

test.each([
  ['a folder', 'EISDIR'],
  ['a pipe that nobody writes to', 'EINVAL'],
  ['a link to nothing', 'ENOENT'],
  ['a link to itself', 'ELOOP'],
  ['100 MB', 'EFBIG'],
])('says why %s cannot be read', async (kind, reason) => {
  const path = join(await temporaryFolder(), 'text.txt');
  await hostileFiles[kind]?.(path);
  expect(await readTextFile(path, MAX_BYTES)).toEqual({ ok: false, reason });
});

test('says why what is not there, or not for this user, cannot be read', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'text.txt');
  expect(await readTextFile(path, MAX_BYTES)).toEqual({ ok: false, reason: 'ENOENT' });
  expect(await readTextFile(`${path}\0.json`, MAX_BYTES)).toEqual({
    ok: false,
    reason: 'ERR_INVALID_ARG_VALUE',
  });
  await writeFile(path, TEXT);
  await chmod(folder, 0o755);
  await chmod(path, 0o000);
  expect(await asNobody(() => readTextFile(path, MAX_BYTES))).toEqual({ ok: false, reason: 'EACCES' });
});

test('a device without end comes to an end', async () => {
  expect(await readTextFile('/dev/zero', MAX_BYTES)).toEqual({ ok: false, reason: 'EFBIG' });
  expect(await readTextFile('/dev/null', MAX_BYTES)).toEqual({ ok: true, text: '' });
});

test('follows a link to a file: users keep theirs elsewhere', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'real.txt'), TEXT);
  await symlink('real.txt', join(folder, 'text.txt'));
  expect(await readTextFile(join(folder, 'text.txt'), MAX_BYTES)).toEqual({ ok: true, text: TEXT });
});

test('reads the pipe that a shell hands over, however slowly it is written', async () => {
  const pipe = join(await temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const ourEnd = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const reading = readTextFile(`/proc/self/fd/${ourEnd.fd}`, MAX_BYTES);
  spawn('sh', ['-c', `(printf 'first '; sleep 0.3; printf second) > '${pipe}'`]);
  expect(await reading).toEqual({ ok: true, text: 'first second' });
  await ourEnd.close();
});
