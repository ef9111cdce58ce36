// Tests of electron/shared/schema/ccid.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { Ccid, otherReadingOfCcid } from '#shared/schema/ccid.ts';

test.each([
  ['F96C9', 'F96C9'],
  [' f96c9 ', 'F96C9'],
  ['FFFFF', 'FFFFF'],
  ['1', '1'],
  ['12345678', '12345678'],
])('%j is the CCID %s', (typed, ccid) => expect(Ccid.parse(typed)).toBe(ccid));

test.each(['', ' ', 'XYZ', '0xF96C9', 'F96 C9', '123456789', 'Ｆ96C9', 'F96C9\nF96C9', '-1'])(
  '%j is no CCID',
  (typed) => expect(Ccid.safeParse(typed).success).toBe(false),
);

test.each([
  ['1021641', 'F96C9'],
  ['4294967295', 'FFFFFFFF'],
  ['10', 'A'],
  ['9', undefined],
  ['0', undefined],
  ['F96C9', undefined],
  ['4294967296', undefined],
  ['99999999999', undefined],
])('%s, were it decimal, would be %s', (typed, other) => expect(otherReadingOfCcid(typed)).toBe(other));
