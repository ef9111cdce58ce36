// Engine problems to exit codes: the contract's table.
import { expect, test } from 'vitest';
import { exitCodeOf } from '#cli/exit-codes.ts';
import type { Problem } from '#shared/schema/problem.ts';

test.each<[Problem, number]>([
  [{ code: 'missing-item', item: 'ccid' }, 2],
  [{ code: 'unknown-collector', name: 'x' }, 2],
  [{ code: 'cannot-read', path: '/x', reason: 'EACCES' }, 2],
  [{ code: 'cannot-write', path: '/x', reason: 'EROFS' }, 2],
  [{ code: 'not-enough-space', path: '/x', neededBytes: 2, freeBytes: 1 }, 2],
  [{ code: 'disk-full', path: '/x' }, 2],
  [{ code: 'check-failed', detail: 'x' }, 5],
  [{ code: 'damaged-packet', path: '/x', detail: 'x' }, 5],
  [{ code: 'not-a-packet', path: '/x' }, 2],
  [{ code: 'message-limit-too-small', neededBytes: 1 }, 2],
  [{ code: 'cancelled' }, 130],
])('%j ends with %i', (problem, exitCode) => {
  expect(exitCodeOf([problem])).toBe(exitCode);
});
