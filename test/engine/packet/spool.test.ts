// Tests of electron/engine/packet/spool.ts on a real disk, packing here and in a thread, bundled as it ships. Runs in vitest.
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Packed } from '#engine/packet/packed-files.ts';
import { Spool } from '#engine/packet/spool.ts';
import { Trouble } from '#engine/trouble.ts';
import { builtThreadFile } from '#test/fixtures/built-thread-file.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;
const noOne = () => undefined;

async function* inChunks(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

let built: string;
let threadFile: URL;
let withThread = false;
let folder: string;
let spool: Spool;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'casepack-threads-'));
  threadFile = await builtThreadFile(built);
});
afterAll(() => rm(built, { recursive: true, force: true }));

async function newSpool(parent?: string): Promise<void> {
  folder = parent ?? (await temporaryFolder());
  spool = await Spool.create(folder, withThread ? { threadFile } : {});
}

const add = (bytes: Buffer, signal = never) => spool.add(inChunks(bytes), noOne, signal);

async function expectHolds(entry: Packed, bytes: Buffer): Promise<void> {
  const packed = await bytesOf(spool.readPacked(entry));
  expect(packed).toHaveLength(entry.packedBytes);
  expect(inflateRawSync(packed).equals(bytes)).toBe(true);
  expect((await bytesOf(spool.readUnpacked(entry))).equals(bytes)).toBe(true);
  expect(entry).toMatchObject({
    bytes: bytes.length,
    crc32: crc32(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}

const spoolFile = async () => {
  const [name = ''] = await readdir(folder);
  return join(folder, name, 'spool');
};

describe.each(['here', 'in a thread'])('packed %s', (where) => {
  beforeAll(() => {
    withThread = where !== 'here';
  });

  test('files of every size come back as they went in, one after the other', async () => {
    await newSpool();
    const sizes = [0, 1, 1000, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3_000_000];
    const files = sizes.flatMap((size) => [randomBytes(size), Buffer.alloc(size, 'log line\n')]);
    const entries: Packed[] = [];
    for (const bytes of files) entries.push(await add(bytes));
    for (const [at, entry] of entries.entries()) await expectHolds(entry, files[at] ?? Buffer.alloc(0));
    const end = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
    expect((await stat(await spoolFile())).size).toBe(end);
    expect(entries.at(-1)?.packedBytes).toBeLessThan(30_000);
    await spool.discard();
  });

  test('only this user may look into it', async () => {
    await newSpool();
    const [name = ''] = await readdir(folder);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o700);
    expect((await stat(await spoolFile())).mode & 0o777).toBe(0o600);
    await spool.discard();
  });

  test('each chunk is heard', async () => {
    await newSpool();
    const heard: number[] = [];
    await spool.add(inChunks(Buffer.alloc(150_000)), (bytes) => heard.push(bytes), never);
    expect(heard).toEqual([65_536, 65_536, 18_928]);
    await spool.discard();
  });

  test('a large file that is cancelled in the middle does not harm the one that follows', async () => {
    await newSpool();
    const before = randomBytes(500_000);
    const first = await add(before);
    for (const stopAfter of [2, 5, 9, 14]) {
      const cancel = new AbortController();
      let chunks = 0;
      const endless = async function* () {
        for (;;) {
          chunks += 1;
          if (chunks === stopAfter) cancel.abort();
          yield randomBytes(200_000);
        }
      };
      await expect(spool.add(endless(), noOne, cancel.signal)).rejects.toThrow();
      const after = randomBytes(400_000);
      const second = await add(after);
      await expectHolds(second, after);
      await expectHolds(first, before);
    }
    await spool.discard();
  });

  test('a source that is given up before or in the middle of a file is told so', async () => {
    await newSpool();
    for (const cancelAt of [1, 2, 3]) {
      const cancel = new AbortController();
      let taken = 0;
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const holdingAFile = async function* () {
        try {
          for (;;) yield randomBytes(200_000);
        } finally {
          end();
        }
      };
      const onChunk = () => {
        taken += 1;
        if (taken === cancelAt) cancel.abort();
      };
      await expect(spool.add(holdingAFile(), onChunk, cancel.signal)).rejects.toThrow('aborted');
      await ended;
    }
    await spool.discard();
  });

  test('a small file that is cancelled takes no room', async () => {
    await newSpool();
    await expect(add(Buffer.from('small'), AbortSignal.abort())).rejects.toThrow('aborted');
    expect((await stat(await spoolFile())).size).toBe(0);
    await expectHolds(await add(Buffer.from('next')), Buffer.from('next'));
    await spool.discard();
  });

  test('a source that throws is told as it is, and the next file is right', async () => {
    await newSpool();
    const broken = async function* () {
      yield randomBytes(300_000);
      yield randomBytes(300_000);
      throw new Error('a bug in a source');
    };
    await expect(spool.add(broken(), noOne, never)).rejects.toThrow('a bug in a source');
    await expectHolds(await add(Buffer.from('next')), Buffer.from('next'));
    await spool.discard();
  });

  test('discarded, nothing is left, and once more does no harm', async () => {
    await newSpool();
    await add(randomBytes(1000));
    await spool.discard();
    await spool.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  test('a file that was dropped leaves no byte behind, and the next one takes its place', async () => {
    await newSpool();
    const before = await add(randomBytes(700_000));
    const { packed } = await spool.take(inChunks(randomBytes(3_000_000)), noOne, never);
    await spool.drop(packed);
    expect((await stat(await spoolFile())).size).toBe(before.packedBytes);
    const next = Buffer.alloc(50_000, 'next\n');
    const entry = await add(next);
    expect(entry.offset).toBe(before.packedBytes);
    await expectHolds(entry, next);
    await spool.discard();
  });

  test('settled, it takes further files and still has the first', async () => {
    await newSpool();
    const before = randomBytes(400_000);
    const first = await add(before);
    await spool.settle();
    const after = Buffer.from('what is written at the end');
    await expectHolds(await add(after), after);
    await expectHolds(first, before);
    await spool.discard();
  });

  test.runIf(canMount())('a disk that fills up in the middle is told, also to who comes after', async () => {
    await newSpool(await smallVolume('size=2m'));
    const trouble = { problems: [{ code: 'disk-full' }] };
    await expect(add(randomBytes(9_000_000))).rejects.toMatchObject(trouble);
    await expect(add(randomBytes(1_000))).rejects.toMatchObject(trouble);
    await expect(spool.finish()).rejects.toMatchObject(trouble);
    await spool.discard();
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a thread that cannot be started is done without', async () => {
  const lost = new URL('lost.js', threadFile);
  spool = await Spool.create(await temporaryFolder(), { threadFile: lost });
  const bytes = randomBytes(100_000);
  await expectHolds(await add(bytes), bytes);
  await spool.discard();
});

test('a folder that is not there is trouble that can be told', async () => {
  const parent = join(await temporaryFolder(), 'none');
  const creating = Spool.create(parent);
  await expect(creating).rejects.toBeInstanceOf(Trouble);
  await expect(creating).rejects.toMatchObject({
    problems: [{ code: 'cannot-write', path: parent, reason: 'ENOENT' }],
  });
  await expect(access(parent)).rejects.toThrow();
});
