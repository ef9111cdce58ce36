// A log folder of 1 GiB through the built command: its memory does not follow the size of what it packs. Time and
// memory are printed. Runs in vitest.
import { readdir, readFile, stat } from 'node:fs/promises';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { logText, writeLogs } from './log-text.ts';
import { workplace } from './workplace.ts';

const MIB = 1024 ** 2;
const FILE_BYTES = 5 * MIB;
const FILES = 205;
const MAX_RSS_MIB = 400;
const POLL_MS = 50;

const statusOf = (pid: number, field: string) =>
  readFile(`/proc/${pid}/status`, 'utf8').then(
    (text) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0),
    () => 0,
  );

/** @returns the process and all that it started, directly or not. */
async function treeOf(pid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((one) => one > 0);
  const parents = new Map<number, number>();
  for (const one of pids) parents.set(one, await statusOf(one, 'PPid'));
  const isBelow = (one: number | undefined): boolean =>
    one === pid || (one !== undefined && one > 1 && isBelow(parents.get(one)));
  return pids.filter(isBelow);
}

/** @returns the most that a process and its children had in memory together, while `running` was not over, in MiB. */
async function peakMemory(pid: number, running: Promise<unknown>): Promise<number> {
  let isOver = false;
  void running.finally(() => {
    isOver = true;
  });
  let peakKib = 0;
  while (!isOver) {
    const sizes = await Promise.all((await treeOf(pid)).map((one) => statusOf(one, 'VmRSS')));
    // The system's own record of the main process sees peaks between two looks.
    const own = await statusOf(pid, 'VmHWM');
    peakKib = Math.max(
      peakKib,
      own,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return peakKib / 1024;
}

test.runIf(process.platform === 'linux')('1 GiB of logs, at low priority', async () => {
  const place = await workplace();
  const paths = Array.from({ length: FILES }, (_, number) => join(place.logs, `CVMA_${number}.log`));
  await writeLogs(paths, FILE_BYTES, logText(16 * MIB));
  const started = performance.now();
  const form = ['collect', ...completeForm, '--commvault-version', '11.26.35', '--log-dir', place.logs];
  const running = place.start([...form, '--job', '230801', '--quiet']);
  const lowPriority = vi.waitFor(() =>
    expect(getPriority(running.pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL),
  );
  const peakMib = await peakMemory(running.pid, running.finished);
  await lowPriority;
  const { exitCode, lastLine } = await running.finished;
  const seconds = (performance.now() - started) / 1000;
  expect(exitCode).toBe(0);
  const packedMib = (await stat(lastLine)).size / MIB;
  onTestFinished(() => {
    const numbers = `${Math.round(peakMib)} MiB at most, ${seconds.toFixed(1)} s, packet ${packedMib.toFixed(1)} MiB`;
    process.stdout.write(`collect of 1 GiB: ${numbers}\n`);
  });
  expect(peakMib).toBeGreaterThan(20);
  expect(peakMib).toBeLessThan(MAX_RSS_MIB);
});
