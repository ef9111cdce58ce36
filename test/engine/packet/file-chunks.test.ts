// Tests of electron/engine/packet/file-chunks.ts: files that change, fail and hang while they are read. Runs in vitest.
import { appendFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenFile } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { hostOpening, memoryFile } from '#test/fixtures/memory-file.ts';
import { noteOf, opened, readSource } from '#test/fixtures/read-source.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

afterEach(() => vi.useRealTimers());

const CHUNK = 256 * 1024;
const LENGTH = 2 * CHUNK + 1000;
const localHost = await createLocalHost();
const forever = () => new Promise<never>(() => undefined);

const fileSource = (path: string, tailBytes?: number) =>
  ({
    kind: 'file',
    name: 'a.log',
    path,
    sizeBytes: 0,
    modifiedAt: new Date(0),
    ...(tailBytes === undefined ? {} : { tailBytes }),
  }) as const;

/** A file of a little more than two chunks that something happens to after the first one was read. */
async function changingFile(change: (path: string) => Promise<void>) {
  const path = join(await temporaryFolder(), 'a.log');
  const before = Buffer.alloc(LENGTH, 'x');
  await writeFile(path, before);
  const { chunks, outcome } = await opened(fileSource(path), localHost);
  const read: Buffer[] = [];
  for await (const chunk of chunks) {
    if (read.length === 0) await change(path);
    read.push(chunk);
  }
  return { bytes: Buffer.concat(read).length, ...outcome };
}

describe('a file that changes while it is read', () => {
  test('grows: only what it held when opened', async () => {
    expect(await changingFile((path) => appendFile(path, 'more'))).toEqual({ bytes: LENGTH, cut: 'grew' });
  });

  test('shrinks: what is left of it', async () => {
    const read = await changingFile((path) => truncate(path, CHUNK + 10));
    expect(read).toEqual({ bytes: CHUNK + 10, cut: 'shrank' });
  });

  test('is emptied: what was read before', async () => {
    expect(await changingFile((path) => truncate(path, 0))).toEqual({ bytes: CHUNK, cut: 'shrank' });
  });

  test('vanishes: it is still read to its end', async () => {
    expect(await changingFile((path) => rm(path))).toEqual({ bytes: LENGTH });
  });

  test('vanished before it was opened: a note', async () => {
    const path = join(await temporaryFolder(), 'gone.log');
    const note = { reason: 'not-found', about: path, detail: 'ENOENT' };
    expect(await noteOf(fileSource(path), localHost)).toEqual(note);
  });
});

describe('the newest part of a file', () => {
  const lines = Buffer.from('first\nsecond\nthird\nfourth\n');
  const tail = (tailBytes: number, bytes = lines) =>
    readSource(
      fileSource('/a', tailBytes),
      hostOpening(async () => memoryFile(bytes)),
    );

  test('begins with a whole line', async () => {
    const { bytes, outcome } = await tail(10);
    expect(bytes.toString()).toBe('fourth\n');
    expect(outcome).toEqual({ cut: 'size-limit' });
  });

  test('is the whole file where that is short enough', async () => {
    expect(await tail(lines.length)).toMatchObject({ bytes: lines, outcome: {} });
  });

  test('begins anywhere where no line ends nearby', async () => {
    const { bytes } = await tail(90_000, Buffer.alloc(100_000, 'x'));
    expect(bytes).toHaveLength(90_000);
  });
});

describe('a file that fails', () => {
  const readWith = (changes: Partial<OpenFile>, signal?: AbortSignal) =>
    readSource(
      fileSource('/sick.log'),
      hostOpening(async () => memoryFile(Buffer.alloc(2 * CHUNK, 'x'), changes)),
      signal,
    );
  const firstChunkThen = (second: () => Promise<number>) => ({
    read: async (target: Buffer, position: number) => (position === 0 ? target.fill('x').length : second()),
  });

  test('with a read error: what was read before, and the system’s own code', async () => {
    const error = Object.assign(new Error('i/o'), { code: 'EIO' });
    const { bytes, outcome } = await readWith(firstChunkThen(() => Promise.reject(error)));
    expect(bytes).toHaveLength(CHUNK);
    expect(outcome).toEqual({
      cut: 'read-error',
      notes: [{ reason: 'cannot-read', about: '/sick.log', detail: 'EIO' }],
    });
  });

  test('by hanging, in reading and then in closing: what was read before', async () => {
    vi.useFakeTimers();
    const reading = readWith({ ...firstChunkThen(forever), close: forever });
    await vi.advanceTimersByTimeAsync(31_000);
    const { bytes, outcome } = await reading;
    expect(bytes).toHaveLength(CHUNK);
    expect(outcome).toEqual({ cut: 'time-limit', notes: [{ reason: 'time-limit', about: '/sick.log' }] });
  });

  test('by hanging in opening: a note', async () => {
    vi.useFakeTimers();
    const opening = noteOf(fileSource('/dead.log'), hostOpening(forever));
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await opening).toEqual({ reason: 'time-limit', about: '/dead.log' });
  });

  test('by hanging, while the user cancels: at once', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 50);
    const started = performance.now();
    const reading = readWith({ ...firstChunkThen(forever), close: forever }, cancel.signal);
    await expect(reading).rejects.toThrow('aborted');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('in closing: no matter', async () => {
    const { bytes, outcome } = await readWith({ close: () => Promise.reject(new Error('EIO')) });
    expect(bytes).toHaveLength(2 * CHUNK);
    expect(outcome).toEqual({});
  });
});

test('a file is closed after it was read, and when reading is given up', async () => {
  let closed = 0;
  const close = async () => {
    closed += 1;
  };
  const host = hostOpening(async () => memoryFile(Buffer.alloc(3 * CHUNK), { close }));
  await readSource(fileSource('/a'), host);
  expect(closed).toBe(1);
  const { chunks } = await opened(fileSource('/a'), host);
  for await (const _chunk of chunks) break;
  expect(closed).toBe(2);
});

test('a file that opens only after the user cancelled is closed', async () => {
  const cancel = new AbortController();
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const host = hostOpening(async () => {
    cancel.abort();
    return memoryFile(Buffer.alloc(1), { close: async () => close() });
  });
  await expect(opened(fileSource('/late'), host, cancel.signal)).rejects.toThrow('aborted');
  await closed;
});
