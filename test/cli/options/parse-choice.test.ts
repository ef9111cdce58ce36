// --plan, --problem, --redact.
import { expect, test } from 'vitest';
import { parsePlan, parseProblemArea, parseRedaction } from '#cli/options/parse-choice.ts';

test('takes the words it knows', () => {
  expect(parsePlan('premium')).toEqual({ ok: true, value: 'premium' });
  expect(parseProblemArea('commserve-down')).toEqual({ ok: true, value: 'commserve-down' });
  expect(parseRedaction('off')).toEqual({ ok: true, value: 'off' });
  expect(parseRedaction('strict')).toEqual({ ok: true, value: 'strict' });
});

test('refuses others and says which there are', () => {
  expect(parsePlan('gold')).toEqual({ ok: false, code: 'not-one-of', hint: 'standard, premium' });
  expect(parseProblemArea('tape')).toMatchObject({
    ok: false,
    hint: expect.stringContaining('tape-library'),
  });
  expect(parseRedaction('maximum')).toEqual({ ok: false, code: 'not-one-of', hint: 'standard, strict, off' });
});
