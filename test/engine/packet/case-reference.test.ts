// Tests of electron/engine/packet/case-reference.ts. Runs in vitest.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newCaseReference } from '#engine/packet/case-reference.ts';

test('five characters that nobody mistakes on the phone, another each time', () => {
  const references = Array.from({ length: 2_000 }, () => newCaseReference({ randomBytes }));
  for (const reference of references) expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{5}$/);
  expect(new Set(references).size).toBeGreaterThan(1_990);
  expect(new Set(references.join('')).size).toBe(31);
});
