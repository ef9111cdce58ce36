// Conformance: the archiver seam (electron/engine/packet/prepacked-archive.ts). Zips of ready entries are right for every
// reader that support may use: Python, Info-ZIP, 7-Zip, bsdtar, zip.js. Runs in vitest.
import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeZip, type ZipEntry } from '#engine/packet/write-zip.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { integrityChecks, nameLists, readWithPython, readWithZipJs } from '#test/fixtures/zip-readers.ts';

const MIB = 1024 ** 2;
const never = new AbortController().signal;
const modifiedAt = new Date('2026-11-22T02:15:30Z');

function entryOf(path: string, bytes: Buffer): ZipEntry {
  const packed = deflateRawSync(bytes);
  const sizes = { bytes: bytes.length, packedBytes: packed.length, crc32: crc32(bytes) };
  return { path, modifiedAt, ...sizes, open: () => Readable.from([packed]) };
}

async function zipOf(entries: readonly ZipEntry[]): Promise<string> {
  const path = join(await temporaryFolder(), 'packet.zip');
  await writeZip(path, entries, () => undefined, never);
  return path;
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('times', () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'Asia/Shanghai';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('are local: 10:15 in Shanghai is shown as 10:15', async () => {
    const [entry] = await readWithPython(await zipOf([entryOf('a.log', Buffer.from('x'))]));
    expect(entry?.time).toEqual([2026, 11, 22, 10, 15, 30]);
  });
});

describe('entries of many kinds', () => {
  const contents: readonly (readonly [string, Buffer])[] = [
    ['empty.log', Buffer.alloc(0)],
    ['one.log', Buffer.from('x')],
    ['noise.bin', randomBytes(300 * 1024)],
    ['collected/库/备份 日志 😀.log', Buffer.from('备份\n'.repeat(10_000))],
    [`long/${'n'.repeat(195)}`, Buffer.from('long')],
  ];
  const expected = contents.map(([name, bytes]) => ({
    ...{ name, bytes: bytes.length, sha256: sha256Of(bytes) },
  }));
  const zip = () => zipOf(contents.map(([path, bytes]) => entryOf(path, bytes)));

  test('come back from Python and zip.js byte for byte', async () => {
    const path = await zip();
    const python = (await readWithPython(path)).map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
    expect(python).toEqual(expected);
    expect(await readWithZipJs(path)).toEqual(expected);
  });

  test.each(Object.keys(integrityChecks))('%s finds nothing wrong', async (reader) => {
    await integrityChecks[reader]?.(await zip());
  });

  test.each(Object.keys(nameLists))('%s lists the right names', async (reader) => {
    expect(await nameLists[reader]?.(await zip())).toEqual(expected.map(({ name }) => name));
  });

  test('say their sizes before their bytes, so that a reader which cannot seek knows them', async () => {
    const bytes = await readFile(await zip());
    for (const [name] of contents) {
      const header = bytes.indexOf(Buffer.from(name)) - 30;
      expect(bytes.readUInt32LE(header)).toBe(0x04034b50);
      expect(bytes.readUInt16LE(header + 6) & 0b1000).toBe(0);
    }
  });

  test('a zip that is damaged is found by every reader, so that the tests above mean something', async () => {
    const path = await zip();
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(8, 0x55), 0, 8, 150_000);
    await file.close();
    for (const check of Object.values(integrityChecks)) await expect(check(path)).rejects.toThrow();
    await expect(readWithPython(path)).rejects.toThrow();
    await expect(readWithZipJs(path)).rejects.toThrow();
  });
});

test('thousands of entries', async () => {
  const bytes = Buffer.from('log line\n');
  const zip = await zipOf(Array.from({ length: 5_000 }, (_, at) => entryOf(`logs/${at}.log`, bytes)));
  const read = await readWithPython(zip);
  expect(read).toHaveLength(5_000);
  expect(new Set(read.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(bytes)]));
  for (const check of Object.values(integrityChecks)) await check(zip);
});

test('an entry beyond 4 GiB needs the sizes of zip64, and what follows it is still found', async () => {
  const zip = await zipOf([zerosEntry('large.log', 4200), entryOf('after.log', Buffer.from('after'))]);
  expect((await stat(zip)).size).toBeLessThan(16 * 1024 ** 2);
  for (const list of Object.values(nameLists)) expect(await list(zip)).toEqual(['large.log', 'after.log']);
  const [large, after] = await readWithPython(zip, ['after.log']);
  expect(large?.bytes).toBe(4200 * MIB);
  expect(after?.sha256).toBe(sha256Of(Buffer.from('after')));
});

/** Zeros, deflated one MiB at a time with a full flush, so that the packed form is a repetition too. */
function zerosEntry(path: string, mebibytes: number): ZipEntry {
  const zeros = Buffer.alloc(MIB);
  const block = deflateRawSync(zeros, { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  let checksum = 0;
  for (let at = 0; at < mebibytes; at += 1) checksum = crc32(zeros, checksum);
  const packed = function* () {
    for (let at = 0; at < mebibytes; at += 1) yield block;
    yield end;
  };
  const packedBytes = block.length * mebibytes + end.length;
  const sizes = { bytes: mebibytes * MIB, packedBytes, crc32: checksum };
  return { path, modifiedAt, ...sizes, open: () => Readable.from(packed()) };
}
