// Tests of the password zip's own form, which several programs read: sizes of 32 and 64 bits, names, any chunk sizes. Runs
// in vitest.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobReader, configure, type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { findWrapped, unwrapPacket } from '#engine/encryption/read-password-zip.ts';
import { applyKeyStream, deriveKeys } from '#engine/encryption/winzip-aes.ts';
import { writePasswordZip } from '#engine/encryption/write-password-zip.ts';
import { openPlain } from '#engine/packet/packet-bytes.ts';
import { openedBy } from '#test/fixtures/decrypt.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const PASSWORD = 'Four-of-us_2026!';
const modifiedAt = new Date(2026, 10, 20, 10, 15, 30);

async function wrapped(chunks: readonly Uint8Array[], zip64: boolean, password = PASSWORD): Promise<string> {
  async function* plain() {
    yield* chunks;
  }
  const path = join(await temporaryFolder(), 'outer.zip');
  const entry = { name: 'F96C9_S2.zip', modifiedAt, zip64 };
  await writeFile(path, writePasswordZip(plain(), entry, password));
  return path;
}

const openedByZipJs = async (path: string, password: string): Promise<Buffer> => {
  configure({ useWebWorkers: false });
  const bytes = await openPlain(path);
  const blob = new Blob([new Uint8Array(await bytes.read(0, bytes.sizeBytes))]);
  await bytes.close();
  const [entry] = await new ZipReader(new BlobReader(blob), { strictness: 'strict' }).getEntries();
  const data = (entry as FileEntry).getData(new Uint8ArrayWriter(), { password, checkSignature: true });
  return Buffer.from(await data);
};

describe.each([false, true])('sizes of 64 bits: %s', (zip64) => {
  test.each(Object.entries({ ...openedBy, 'zip.js': openedByZipJs }))('%s', async (_name, open) => {
    const chunks = [1, 15, 16, 0, 70_001, 262_144, 3].map((length) => randomBytes(length));
    const path = await wrapped(chunks, zip64);
    expect((await open(path, PASSWORD)).equals(Buffer.concat(chunks))).toBe(true);
  });

  test('our own reader, from anywhere', async () => {
    const chunks = [randomBytes(70_001), randomBytes(31)];
    const plain = Buffer.concat(chunks);
    const outer = await openPlain(await wrapped(chunks, zip64));
    const place = await findWrapped(outer);
    const never = new AbortController().signal;
    const packet = await unwrapPacket(outer, place!, PASSWORD, () => undefined, never);
    if (typeof packet === 'string') throw new Error(packet);
    expect(packet.sizeBytes).toBe(plain.length);
    for (const [at, length] of [
      [0, 10],
      [1, 16],
      [15, 33],
      [69_999, 100],
      [70_030, 9],
    ] as const) {
      expect((await packet.read(at, length)).equals(plain.subarray(at, at + length))).toBe(true);
    }
    await packet.close();
  });
});

test.each(Object.entries(openedBy))('a Chinese password: %s', async (_name, open) => {
  const path = await wrapped([Buffer.from('packet')], false, '密码是 Straße 9');
  expect((await open(path, '密码是 Straße 9')).toString()).toBe('packet');
});

test('the counter of blocks goes on beyond 64 GiB', async () => {
  const keys = await deriveKeys(PASSWORD, Buffer.alloc(16));
  const at = 16 * 2 ** 32 - 32;
  const across = applyKeyStream(keys, at, Buffer.alloc(64));
  expect(across.subarray(32).equals(applyKeyStream(keys, at + 32, Buffer.alloc(32)))).toBe(true);
  expect(across.subarray(32, 48).equals(applyKeyStream(keys, 0, Buffer.alloc(16)))).toBe(false);
});
