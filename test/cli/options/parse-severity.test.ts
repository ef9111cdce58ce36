// --severity.
import { expect, test } from 'vitest';
import { parseSeverity } from '#cli/options/parse-severity.ts';

test.each([
  ['1', 1],
  [' 4 ', 4],
])('takes %j', (typed, level) => {
  expect(parseSeverity(typed)).toEqual({ ok: true, value: level });
});

test.each(['7', '0', '', '1.0', 'high', '２', '12'])('refuses %j', (typed) => {
  expect(parseSeverity(typed)).toEqual({ ok: false, code: 'not-a-severity' });
});
