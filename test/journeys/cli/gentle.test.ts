// --gentle through the built command: every thread at the lowest priority, and a whole packet. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { logText, writeLogs } from './log-text.ts';
import { workplace } from './workplace.ts';

const MIB = 1024 ** 2;

/** @returns the nice value of every thread. */
async function nicenessOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const stats = await Promise.all(threads.map((one) => readFile(`/proc/${pid}/task/${one}/stat`, 'utf8')));
  // Behind the name, which may hold blanks, the 17th field.
  return stats.map((text) => Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[16]));
}

test.runIf(process.platform === 'linux')('all others come first, for processor and disk', async () => {
  const place = await workplace();
  const paths = Array.from({ length: 6 }, (_, number) => join(place.logs, `CVD_${number}.log`));
  await writeLogs(paths, 4 * MIB, logText(8 * MIB));
  const form = ['collect', ...completeForm, '--commvault-version', '11.26.35', '--log-dir', place.logs];
  const running = place.start([...form, '--redact', 'off', '--gentle', '--json']);
  await running.said('"stage":"collect"');
  await vi.waitFor(async () => {
    expect(new Set(await nicenessOf(running.pid))).toEqual(new Set([constants.priority.PRIORITY_LOW]));
  });
  expect(execFileSync('ionice', ['-p', String(running.pid)], { encoding: 'utf8' })).toContain('idle');
  const { exitCode, lastLine } = await running.finished;
  expect(exitCode).toBe(0);
  expect((await place.run(['verify', JSON.parse(lastLine).packet])).exitCode).toBe(0);
});
