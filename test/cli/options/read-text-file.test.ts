// Text files in the encodings that editors on Chinese Windows write.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTextFile } from '#cli/options/read-text-file.ts';

const TEXT = '备份失败 error=0x1';
/** 备份失败 in GB18030. */
const GB18030 = Buffer.from('b1b8b7ddcaa7b0dc206572726f723d307831', 'hex');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casepack-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['GB18030', GB18030],
])('reads %s', async (_, bytes) => {
  const path = join(folder, 'text.txt');
  await writeFile(path, bytes);
  expect(await readTextFile(path)).toEqual({ ok: true, text: TEXT });
});

test('says why a file cannot be read', async () => {
  expect(await readTextFile(join(folder, 'none.txt'))).toEqual({ ok: false, reason: 'ENOENT' });
  expect(await readTextFile(folder)).toEqual({ ok: false, reason: 'EISDIR' });
  const path = join(folder, 'large.txt');
  await writeFile(path, 'x'.repeat(1024 ** 2 + 1));
  expect(await readTextFile(path)).toEqual({ ok: false, reason: 'EFBIG' });
});
