// Tests of electron/engine/trouble.ts. Runs in vitest.
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { asResult, Trouble, writeTrouble } from '#engine/trouble.ts';

const never = new AbortController().signal;
const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });

test('an answer is a success, trouble is a value, cancelling too', async () => {
  expect(await asResult(never, async () => 7)).toEqual({ ok: true, value: 7 });
  const full = { code: 'disk-full', path: '/x' } as const;
  expect(await asResult(never, () => Promise.reject(new Trouble(full, full)))).toEqual({
    ok: false,
    problems: [full, full],
  });
  expect(await asResult(AbortSignal.abort(), () => Promise.reject(new Error('whatever')))).toEqual({
    ok: false,
    problems: [{ code: 'cancelled' }],
  });
});

test('a bug stays a bug', async () => {
  await expect(asResult(never, () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
});

test.each([
  ['ENOSPC', { code: 'disk-full', path: '/x' }],
  ['EDQUOT', { code: 'disk-full', path: '/x' }],
  ['EROFS', { code: 'cannot-write', path: '/x', reason: 'EROFS' }],
])('%s while writing', (code, problem) => {
  expect(writeTrouble(systemError(code), '/x')).toMatchObject({ problems: [problem] });
});

test('a real error of the system is told with its code', async () => {
  const error = await readFile('/no/such/file').catch((thrown: unknown) => thrown);
  expect(writeTrouble(error, '/x')).toMatchObject({ problems: [{ reason: 'ENOENT' }] });
});

test('what is not the system’s goes on as it is: trouble that was told already, and bugs', () => {
  const told = new Trouble({ code: 'cancelled' });
  expect(writeTrouble(told, '/x')).toBe(told);
  const bug = thrownBy(() => deflateRawSync(Buffer.alloc(0), { level: 99 }));
  expect(bug).toMatchObject({ code: 'ERR_OUT_OF_RANGE' });
  expect(writeTrouble(bug, '/x')).toBe(bug);
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
