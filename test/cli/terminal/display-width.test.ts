// Room that text takes in a terminal.
import { expect, test } from 'vitest';
import { displayWidth, padToWidth, shortenToWidth, wrapToWidth } from '#cli/terminal/display-width.ts';

test.each([
  ['abc', 3],
  ['备份', 4],
  ['（a）', 5],
  ['e\u0301', 1],
  ['😀', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('pads on either side', () => {
  expect(padToWidth('备份', 6, 'right')).toBe('备份  ');
  expect(padToWidth('12', 4, 'left')).toBe('  12');
});

test('shortens in the middle, never beyond the room', () => {
  expect(shortenToWidth('short', 10)).toBe('short');
  expect(shortenToWidth('collected/logs/CVD.log', 11)).toBe('colle…D.log');
  for (const width of [1, 5, 8, 13]) {
    expect(displayWidth(shortenToWidth('目录/日志目录/CVD.log', width))).toBeLessThanOrEqual(width);
  }
});

test('wraps at blanks and between Chinese characters, not before closing nor after opening marks', () => {
  expect(wrapToWidth('one two three', 8)).toBe('one two\nthree');
  expect(wrapToWidth('输出文件夹，默认为当前', 11)).toBe('输出文件\n夹，默认为\n当前');
  expect(wrapToWidth('可选 index（索引）', 11)).toBe('可选 index\n（索引）');
  expect(wrapToWidth('a\nb', 10)).toBe('a\nb');
});

test('loses nothing', () => {
  const text = '问题类别（默认 other）：backup（备份）、nas（NAS / NDMP）、其他。';
  for (const width of [10, 17, 40]) {
    expect(wrapToWidth(text, width).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  }
});
