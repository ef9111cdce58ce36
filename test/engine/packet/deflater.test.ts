// Tests of electron/engine/packet/deflater.ts and the loop behind it: whatever goes in, zlib makes the same of it again. Runs in
// vitest.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Deflater } from '#engine/packet/deflater.ts';
import { commVaultLikeLog } from '#test/bench/commvault-like-corpus.mjs';

const deflater = new Deflater();

function packed(bytes: Buffer, chunkBytes = bytes.length): Buffer {
  deflater.begin();
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(...deflater.write(bytes.subarray(at, at + chunkBytes)));
  }
  return Buffer.concat([...parts, deflater.end()]);
}

/** Numbers that look random, the same each time. */
function numbers(seed: number): () => number {
  let last = seed;
  return () => {
    last = (Math.imul(last, 1_103_515_245) + 12_345) & 0x7fffffff;
    return last >>> 8;
  };
}

function filled(size: number, byteAt: (at: number) => number): Buffer {
  return Buffer.from(Array.from({ length: size }, (_, at) => byteAt(at)));
}

function logText(size: number): Buffer {
  const next = numbers(7);
  const lines = [
    'ArchiveMgr::open() - Archive file %',
    'Session % alive',
    'Job % phase [Scan] done',
    'Error % on %',
  ];
  let text = '';
  while (text.length < size) {
    const line = lines[next() % lines.length]?.replaceAll('%', () => String(next() % 100_000));
    text += `2604  ${(next() % 65_536).toString(16)}  11/15 11:0${next() % 10}:${next() % 60} ### ${line}\n`;
  }
  return Buffer.from(text.slice(0, size));
}

const random = numbers(1);
const KINDS: Readonly<Record<string, (size: number) => Buffer>> = {
  'one byte': (size) => Buffer.alloc(size, 'A'),
  'short lines': (size) => Buffer.alloc(size, 'log line\n'),
  'bytes without any order': (size) => filled(size, () => random()),
  'few different bytes': (size) => filled(size, () => random() & 3),
  'what repeats at a distance of 32 KiB': (size) => filled(size, (at) => ((at % 32_768) ** 2) >> 7),
  'bytes as frequent as Fibonacci numbers': (size) =>
    filled(size, () => Math.floor(Math.log(1 + (random() % 1_000_000)) * 2.1)),
  'log text': logText,
};
const PIECE = 256 * 1024;
const SIZES = [
  0,
  1,
  2,
  3,
  4,
  5,
  8,
  9,
  100,
  257,
  258,
  259,
  5000,
  PIECE - 1,
  PIECE,
  PIECE + 1,
  2 * PIECE,
  700_001,
];

describe.each(Object.entries(KINDS))('%s', (_, make) => {
  test.each(SIZES)('%d bytes come back as they were, and grow by a few bytes at most', (size) => {
    const bytes = make(size);
    const made = packed(bytes);
    expect(inflateRawSync(made).equals(bytes)).toBe(true);
    expect(made.length).toBeLessThanOrEqual(size + 5 * (1 + Math.ceil(size / 16_384)));
  });
});

test('the bytes are the same, however the file comes in chunks and whatever came before it', () => {
  const bytes = logText(600_000);
  const made = packed(bytes);
  for (const chunkBytes of [1_000, 65_536, PIECE, 300_001]) {
    packed(logText(chunkBytes));
    expect(packed(bytes, chunkBytes).equals(made)).toBe(true);
  }
});

test('a file that was given up leaves nothing in the next', () => {
  const bytes = logText(40_000);
  const made = packed(bytes);
  deflater.begin();
  deflater.write(Buffer.alloc(300_000, 'given up'));
  expect(packed(bytes).equals(made)).toBe(true);
});

test('log text is not larger for it than by zlib at level 5, but for some per cent', () => {
  const bytes = commVaultLikeLog(3_000_000);
  expect(packed(bytes).length).toBeLessThan(deflateRawSync(bytes, { level: 5 }).length * 1.02);
});

test('text that changes its nature in the middle', () => {
  const parts = Array.from({ length: 40 }, (_, at) => {
    const make = Object.values(KINDS)[at % 7] as (size: number) => Buffer;
    return make(10_000 + (random() % 30_000));
  });
  const bytes = Buffer.concat([...parts, ...parts]);
  expect(inflateRawSync(packed(bytes)).equals(bytes)).toBe(true);
});
