// The compiled hot loops are what their sources say: whoever changes one of them runs `npm run wasm`.
import { expect, test } from 'vitest';
import { DEFLATE_CODE } from '#engine/packet/deflate/deflate-code.ts';
import { WALK_CODE } from '#engine/redaction/scan/walk/walk-code.ts';
import { SIEVE_CODE } from '#engine/seal/sieve/sieve-code.ts';
import { codeOf, HOT_LOOPS } from '../../build/make-wasm.mjs';

const kept: Readonly<Record<string, string>> = { WALK_CODE, SIEVE_CODE, DEFLATE_CODE };

test.each(HOT_LOOPS)(
  '$name is its source compiled',
  async (loop) => {
    const made = [...(await codeOf(loop)).matchAll(/'([^']*)'/g)].map(([, line]) => line).join('');
    expect(kept[loop.name]).toBe(made);
  },
  60_000,
);
