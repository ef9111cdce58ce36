// Tests of electron/engine/packet/write-zip.ts: what goes wrong on the way. That readers like what comes out is tested in
// test/conformance/prepacked-archive.test.ts. Runs in vitest.
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from '#engine/packet/write-zip.ts';
import { Trouble } from '#engine/trouble.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;
const noOne = () => undefined;

function entryOf(path: string, text: string, open?: () => Readable): ZipEntry {
  const packed = deflateRawSync(text);
  const sizes = { bytes: Buffer.byteLength(text), packedBytes: packed.length, crc32: crc32(text) };
  return { path, modifiedAt: new Date(), ...sizes, open: open ?? (() => Readable.from([packed])) };
}

const target = async () => join(await temporaryFolder(), 'packet.zip.partial');

test('size and hash are those of the file on the disk, which only this user may read', async () => {
  const path = await target();
  const heard: string[] = [];
  const entries = [entryOf('a', 'one'), entryOf('b', 'two')];
  const written = await writeZip(path, entries, (entry) => heard.push(entry.path), never);
  const bytes = await readFile(path);
  expect(written).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(heard).toEqual(['a', 'b']);
});

test('entries are opened one at a time', async () => {
  let open = 0;
  let most = 0;
  const counting = () => {
    open += 1;
    most = Math.max(most, open);
    const stream = Readable.from([deflateRawSync('text')]);
    return stream.once('close', () => {
      open -= 1;
    });
  };
  const entries = Array.from({ length: 50 }, (_, at) => entryOf(`${at}`, 'text', counting));
  await writeZip(await target(), entries, noOne, never);
  expect(most).toBeLessThanOrEqual(2);
  expect(open).toBe(0);
});

test('a file that is there already is not overwritten', async () => {
  const path = await target();
  await writeFile(path, 'precious');
  await expect(writeZip(path, [entryOf('a', 'x')], noOne, never)).rejects.toMatchObject({
    problems: [{ code: 'cannot-write', path, reason: 'EEXIST' }],
  });
  expect(await readFile(path, 'utf8')).toBe('precious');
});

test('a source that fails ends it, and does not hang', async () => {
  const failing = () => Readable.from(failsAfter('some bytes'));
  const entries = [entryOf('a', 'x'), entryOf('b', 'y', failing), entryOf('c', 'z')];
  const writing = writeZip(await target(), entries, noOne, never);
  await expect(writing).rejects.toThrow('the spool is gone');
  await expect(writing).rejects.not.toBeInstanceOf(Trouble);
}, 5_000);

async function* failsAfter(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
  throw new Error('the spool is gone');
}

test('cancelled in the middle of a source that never ends, it ends', async () => {
  const cancel = new AbortController();
  const endless = () =>
    new Readable({
      read() {
        this.push(Buffer.alloc(64 * 1024));
      },
    });
  setTimeout(() => cancel.abort(), 100);
  const entries = [entryOf('a', 'x', endless)];
  await expect(writeZip(await target(), entries, noOne, cancel.signal)).rejects.toMatchObject({
    name: 'AbortError',
  });
}, 5_000);
