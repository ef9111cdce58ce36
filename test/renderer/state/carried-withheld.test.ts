import { expect, it } from 'vitest';
import { carriedWithheld } from '#renderer/state/carried-withheld.ts';

const files = (...paths: string[]) =>
  paths.map((path) => ({
    path,
    collector: 'commvault.logs',
    bytes: 1,
    packedBytes: 1,
    redactions: [],
    unredacted: false,
  }));
const carried = (withheld: string[], before: string[], after: string[]) =>
  [...carriedWithheld(new Set(withheld), files(...before), files(...after))].sort();

it('keeps the same files here, also under their new names', () => {
  expect(carried(['a'], ['a', 'b'], ['a', 'b'])).toEqual(['a']);
  expect(carried(['alpha.log'], ['alpha.log', 'alpha2.log', 'c'], ['w-1.log', 'w-12.log', 'c'])).toEqual([
    'w-1.log',
  ]);
});

it('does not keep back what appeared for other reasons', () => {
  expect(carried(['a'], ['a', 'b'], ['a', 'b', 'released.bin'])).toEqual(['a']);
});

it('keeps all back that may be the file, where that is not certain', () => {
  expect(carried(['x1'], ['x1', 'x2', 'b'], ['w-1', 'b'])).toEqual(['w-1']);
});
