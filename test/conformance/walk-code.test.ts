// The scanner's compiled hot loop is what its source says: whoever changes walk.as.ts runs `npm run walk`.
import { expect, test } from 'vitest';
import { WALK_CODE } from '#engine/redaction/scan/walk/walk-code.ts';
import { walkCode } from '../../build/make-walk.mjs';

test('walk-code.ts is walk.as.ts compiled', async () => {
  const kept = [...(await walkCode()).matchAll(/'([^']*)'/g)].map(([, line]) => line).join('');
  expect(WALK_CODE).toBe(kept);
}, 60_000);
