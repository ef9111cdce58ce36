// --max-size.
import { expect, test } from 'vitest';
import { parseMessageSize, parseSize } from '#cli/options/parse-size.ts';

test.each([
  ['500MB', 500 * 1024 ** 2],
  ['2 GB', 2 * 1024 ** 3],
  ['1.5gib', 1.5 * 1024 ** 3],
  ['10k', 10 * 1024],
  ['1048576', 1024 ** 2],
  ['7B', 7],
])('takes %s', (typed, bytes) => {
  expect(parseSize(typed)).toEqual({ ok: true, value: bytes });
});

test.each(['', '0', '-5MB', 'MB', '5 PB', '1e3', 'five', '999999999999999TB'])('refuses %j', (typed) => {
  expect(parseSize(typed)).toEqual({ ok: false, code: 'not-a-size' });
});

test('sizes of messages count by the thousand, as the strictest mail servers do', () => {
  expect(parseMessageSize('20MB')).toEqual({ ok: true, value: 20_000_000 });
});
