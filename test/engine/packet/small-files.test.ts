// Tests of electron/engine/packet/small-files.ts: read together, files come as they do one by one. Runs in vitest.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Source } from '#engine/collectors/collector.ts';
import type { FileTrouble, WholeFile, WholeFileReader } from '#engine/host/host.ts';
import { isSmall, SmallFiles } from '#engine/packet/small-files.ts';
import { hostOpening, memoryFile } from '#test/fixtures/memory-file.ts';
import { noteOf, readSource } from '#test/fixtures/read-source.ts';

afterEach(() => vi.useRealTimers());

type FileSource = Extract<Source, { kind: 'file' }>;
type Answer = WholeFile | FileTrouble | undefined;

const never = new AbortController().signal;
const lines = Buffer.from('first\nsecond\nthird\n');
const file = (name: string, changes: Partial<FileSource> = {}): FileSource => ({
  ...{ kind: 'file', name, path: `/logs/${name}`, sizeBytes: lines.length, modifiedAt: new Date(0) },
  ...changes,
});
const whole = (changes: Partial<WholeFile> = {}): WholeFile => {
  const { sizeBytes, modifiedAt } = memoryFile(lines);
  return { bytes: lines, sizeBytes, modifiedAt, currentSizeBytes: sizeBytes, ...changes };
};

/** Answers with the same for each file, and notes which ones were asked for together. */
function readerOf(answer: Answer | (() => Promise<never>), fileMs = 0) {
  const batches: string[][] = [];
  let closed = 0;
  const reader: WholeFileReader = {
    read: async (files) => {
      batches.push(files.map(({ path }) => path));
      if (typeof answer === 'function') return answer();
      return { files: files.map(() => answer), tookMs: files.length * fileMs };
    },
    close: () => {
      closed += 1;
    },
  };
  return { reader, batches, closed: () => closed };
}

async function readTogether(source: FileSource, answer: Answer) {
  const opened = await new SmallFiles([source], readerOf(answer).reader, never).open(source);
  if (opened === undefined || 'note' in opened) return opened;
  const read: Buffer[] = [];
  for await (const chunk of opened.chunks) read.push(chunk);
  const { modifiedAt, outcome } = opened;
  return { bytes: Buffer.concat(read), modifiedAt, outcome };
}

describe('a file comes as when it is opened by itself', () => {
  const eio = Object.assign(new Error('i/o'), { code: 'EIO' });
  const failing = async (target: Buffer, position: number) =>
    position === 0 ? lines.copy(target, 0, 0, 6) : Promise.reject(eio);
  const range = { from: 6, to: 13 };
  const same: readonly (readonly [
    string,
    Partial<FileSource>,
    Partial<WholeFile>,
    ReturnType<typeof memoryFile>,
  ])[] = [
    ['unchanged', {}, {}, memoryFile(lines)],
    ['empty', {}, { bytes: Buffer.alloc(0), sizeBytes: 0, currentSizeBytes: 0 }, memoryFile(Buffer.alloc(0))],
    ['grown', {}, { currentSizeBytes: 99 }, memoryFile(lines, { currentSizeBytes: async () => 99 })],
    [
      'shrunk behind reading',
      {},
      { currentSizeBytes: 3 },
      memoryFile(lines, { currentSizeBytes: async () => 3 }),
    ],
    [
      'of unknown size behind reading',
      {},
      { currentSizeBytes: undefined },
      memoryFile(lines, { currentSizeBytes: () => Promise.reject(eio) }),
    ],
    ['shrunk while it was read', {}, { sizeBytes: 99 }, memoryFile(lines, { sizeBytes: 99 })],
    [
      'with a read error',
      {},
      { bytes: lines.subarray(0, 6), readTrouble: 'EIO' },
      memoryFile(lines, { read: failing }),
    ],
    [
      'with a read error behind its range',
      { range: { from: 0, to: 6 } },
      { bytes: lines.subarray(0, 6), readTrouble: 'EIO' },
      memoryFile(lines, { read: failing }),
    ],
    ['in part', { range }, {}, memoryFile(lines)],
    [
      'in part, and grown',
      { range: { from: 6 } },
      { currentSizeBytes: 99 },
      memoryFile(lines, { currentSizeBytes: async () => 99 }),
    ],
    [
      'in part, and shrunk before it',
      { range },
      { bytes: lines.subarray(0, 3) },
      memoryFile(lines, { read: async () => 0 }),
    ],
    ['short enough for its tail', { tailBytes: 50 }, {}, memoryFile(lines)],
  ];
  test.each(same)('%s', async (_, changes, found, alone) => {
    const source = file('a.log', changes);
    const byItself = await readSource(
      source,
      hostOpening(async () => alone),
    );
    expect(await readTogether(source, whole(found))).toEqual(byItself);
  });

  test('or with the same note', async () => {
    const trouble = { trouble: 'EACCES' };
    const note = await noteOf(
      file('a.log'),
      hostOpening(async () => trouble),
    );
    expect(await readTogether(file('a.log'), trouble)).toEqual({ note });
  });
});

test('what is long, or grew so long that only its end is wanted, is left to be opened by itself', async () => {
  expect(isSmall(file('a.log', { sizeBytes: 256 * 1024 }))).toBe(true);
  expect(isSmall(file('a.log', { sizeBytes: 256 * 1024 + 1 }))).toBe(false);
  expect(isSmall(file('a.log', { tailBytes: 5 }))).toBe(false);
  expect(isSmall(file('a.png', { picture: true }))).toBe(false);
  expect(await readTogether(file('a.log'), undefined)).toBeUndefined();
  const grown = whole({ sizeBytes: 99, bytes: Buffer.alloc(99) });
  expect(await readTogether(file('a.log', { tailBytes: 50 }), grown)).toBeUndefined();
});

test('files are asked for together, bounded in number and bytes, the next ones ahead of their turn', async () => {
  const many = Array.from({ length: 150 }, (_, at) => file(`${at}.log`));
  const large = Array.from({ length: 9 }, (_, at) => file(`large-${at}.log`, { sizeBytes: 256 * 1024 }));
  const sources: Source[] = [...many, { kind: 'text', name: 't.txt', text: 'x' }, ...large];
  const { reader, batches } = readerOf(whole());
  const small = new SmallFiles(sources, reader, never);
  expect(await small.open(many[0] as Source)).toHaveProperty('chunks');
  expect(batches.map(({ length }) => length)).toEqual([100]);
  for (const source of many.slice(1, 60)) await small.open(source);
  expect(batches.map(({ length }) => length)).toEqual([100, 54]);
  for (const source of sources.slice(60)) await small.open(source);
  expect(batches.map(({ length }) => length)).toEqual([100, 54, 4, 1]);
  expect(batches.flat()).toEqual([...many, ...large].map(({ path }) => path));
});

test('where each file waits long for the disk, those that come later are opened by themselves', async () => {
  const sources = Array.from({ length: 250 }, (_, at) => file(`${at}.log`));
  const { reader, batches } = readerOf(whole(), 10);
  const small = new SmallFiles(sources, reader, never);
  const opened: unknown[] = [];
  for (const source of sources) opened.push(await small.open(source));
  expect(opened.indexOf(undefined)).toBe(100);
  expect(opened.filter((one) => one === undefined)).toHaveLength(150);
  expect(batches).toHaveLength(1);
});

describe('a reader that is of no use leaves all files to be opened one by one', () => {
  test('because it ended', async () => {
    const { reader, batches } = readerOf(() => Promise.reject(new Error('ended')));
    const sources = [file('a.log'), file('b.log')];
    const small = new SmallFiles(sources, reader, never);
    expect(await Promise.all(sources.map((source) => small.open(source)))).toEqual([undefined, undefined]);
    expect(batches).toHaveLength(1);
  });

  test('because it hangs; it is asked for nothing more', async () => {
    vi.useFakeTimers();
    const sources = Array.from({ length: 150 }, (_, at) => file(`${at}.log`));
    const { reader, batches, closed } = readerOf(() => new Promise<never>(() => undefined));
    const small = new SmallFiles(sources, reader, never);
    const first = small.open(sources[0] as Source);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await first).toBeUndefined();
    for (const source of sources.slice(1)) expect(await small.open(source)).toBeUndefined();
    expect(batches).toHaveLength(1);
    expect(closed()).toBe(1);
  });

  test('but cancelling ends it at once', async () => {
    const cancel = new AbortController();
    const { reader } = readerOf(() => new Promise<never>(() => undefined));
    const source = file('a.log');
    const opening = new SmallFiles([source], reader, cancel.signal).open(source);
    cancel.abort();
    await expect(opening).rejects.toThrow('aborted');
  });
});
