// --ccid: what is accepted, refused, and warned about.
import { expect, test } from 'vitest';
import { parseCcid } from '#cli/options/parse-ccid.ts';

test.each([
  ['f96c9', 'F96C9'],
  ['  0xF96C9 ', 'F96C9'],
  ['Ｆ９６Ｃ９', 'F96C9'],
  ['1A2B3C4D', '1A2B3C4D'],
])('takes %j as %s', (typed, ccid) => {
  expect(parseCcid(typed)).toEqual({ ok: true, value: ccid });
});

test.each(['XYZ', '', '0x', '123456789A', 'F96 C9', '-1'])('refuses %j', (typed) => {
  expect(parseCcid(typed)).toEqual({ ok: false, code: 'not-a-ccid' });
});

test('keeps digits as typed and shows the decimal reading', () => {
  expect(parseCcid('1021641')).toEqual({
    ok: true,
    value: '1021641',
    warning: { code: 'two-readings', hint: 'F96C9' },
  });
});

test('offers the hexadecimal form of a decimal number that is too long to be a CCID', () => {
  expect(parseCcid('4294967295')).toEqual({ ok: false, code: 'decimal-ccid', hint: 'FFFFFFFF' });
});

test('has nothing to say about a single digit, which reads the same both ways', () => {
  expect(parseCcid('7')).toEqual({ ok: true, value: '7' });
});

test('warns that FFFFF is not licensed', () => {
  expect(parseCcid('fffff')).toEqual({ ok: true, value: 'FFFFF', warning: { code: 'unlicensed-ccid' } });
});
