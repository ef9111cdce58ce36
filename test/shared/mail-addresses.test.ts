// Tests of electron/shared/mail-addresses.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { readMailAddresses } from '#shared/mail-addresses.ts';

test('addresses as people separate them; one that is none spoils all', () => {
  expect(readMailAddresses(' a@x.example，b@x.example; c@x.example\n')).toEqual([
    'a@x.example',
    'b@x.example',
    'c@x.example',
  ]);
  expect(readMailAddresses('')).toEqual([]);
  expect(readMailAddresses('a@x.example, nobody')).toBeUndefined();
});
