// Tests of electron/engine/incident/line-cutter.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { LineCutter } from '#engine/incident/line-cutter.ts';

interface Cut {
  text: string;
  offset: number;
  next: number;
  number: number;
}

function cut(chunks: readonly Buffer[], start?: { offset: number; number: number }): Cut[] {
  const lines: Cut[] = [];
  const cutter = new LineCutter((bytes, from, to, { offset, next, number }) => {
    lines.push({ text: bytes.toString('utf8', from, to), offset, next, number });
  }, start);
  for (const chunk of chunks) cutter.add(chunk);
  cutter.end();
  return lines;
}

test('however the bytes are cut, the lines are the same', () => {
  const text = Buffer.from('first\r\n\n备份失败 second\n\r\nlast without end');
  const whole = cut([text]);
  expect(whole.map((line) => line.text)).toEqual(['first', '', '备份失败 second', '', 'last without end']);
  expect(whole.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(whole[2]).toMatchObject({ offset: 8, next: 28 });
  for (let at = 1; at < text.length; at += 1) {
    expect(cut([text.subarray(0, at), text.subarray(at)])).toEqual(whole);
  }
  expect(cut([...text].map((byte) => Buffer.from([byte])))).toEqual(whole);
});

test('it may start in the middle of a log', () => {
  expect(cut([Buffer.from('a\nb')], { offset: 100, number: 7 })).toEqual([
    { text: 'a', offset: 100, next: 102, number: 7 },
    { text: 'b', offset: 102, next: 103, number: 8 },
  ]);
});

test('a line without end does not fill the memory', () => {
  const piece = Buffer.alloc(300_000, 'x');
  const lines = cut([...Array.from({ length: 20 }, () => piece), Buffer.from('\nnext')]);
  expect(Math.max(...lines.map(({ text }) => text.length))).toBeLessThan(1.5 * 1024 ** 2);
  expect(lines.at(-1)).toMatchObject({ text: 'next', number: 2, next: 6_000_005 });
});
