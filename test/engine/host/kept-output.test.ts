// Tests of electron/engine/host/kept-output.ts and of what run-command.ts keeps with it. Runs in vitest.
import { expect, test } from 'vitest';
import { KeptOutput } from '#engine/host/kept-output.ts';
import { runCommand } from '#engine/host/run-command.ts';

function kept(chunks: readonly string[], maxBytes: number, newest: boolean) {
  const output = new KeptOutput(maxBytes, newest);
  const wanted = chunks.map((chunk) => output.add(Buffer.from(chunk)));
  return { text: output.bytes().toString(), truncated: output.truncated, wanted };
}

test('what fits is kept whole', () => {
  for (const newest of [false, true]) {
    expect(kept(['abc', 'def'], 6, newest)).toEqual({
      text: 'abcdef',
      truncated: false,
      wanted: [true, true],
    });
    expect(kept([], 6, newest)).toEqual({ text: '', truncated: false, wanted: [] });
  }
});

test('of too much the beginning, and no more is wanted', () => {
  expect(kept(['abc', 'def', 'g'], 5, false)).toEqual({
    ...{ text: 'abcde', truncated: true },
    wanted: [true, false, false],
  });
});

test('or the end, and more is always wanted', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  expect(kept(letters, 5, true)).toMatchObject({ text: 'vwxyz', truncated: true });
  expect(kept(['abcdefgh'], 5, true)).toMatchObject({ text: 'defgh', truncated: true });
  expect(kept(['abc', 'defgh'], 5, true)).toMatchObject({ text: 'defgh', truncated: true });
});

test('a program that prints oldest first runs to its end, and its last lines are kept', async () => {
  const script = 'for (let i = 1; i <= 200000; i += 1) console.log("line", i)';
  const command = {
    program: process.execPath,
    args: ['-e', script],
    timeoutMs: 20_000,
    maxOutputBytes: 50_000,
  };
  const answer = await runCommand({ ...command, keepNewest: true }, new AbortController().signal);
  expect(answer).toMatchObject({ status: 'ok', truncated: true, exitCode: 0 });
  expect(answer.stdout).toHaveLength(50_000);
  expect(answer.stdout.toString().endsWith('line 199999\nline 200000\n')).toBe(true);
});
