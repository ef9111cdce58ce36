// The private temporary folder that a draft lives in, and the removal of those that a killed process left behind.
// Runs in the engine's process.
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../is-running.ts';
import { writeTrouble } from '../trouble.ts';

const NAME = /^casepack-(\d+)-/;

/** A folder whose process ended but which is younger than this may belong to another machine's process. */
const STALE_MS = 3_600_000;

/** /var/tmp on Unix: /tmp is often in memory, and a draft can be gigabytes. */
export function defaultTemporaryFolder(): string {
  return process.platform === 'win32' || process.env.TMPDIR ? tmpdir() : '/var/tmp';
}

/** @returns a new folder below `parent` that only this user may enter (0700). Rejects with Trouble. */
export async function createPrivateFolder(parent: string): Promise<string> {
  await removeStale(parent);
  try {
    return await mkdtemp(join(parent, `casepack-${process.pid}-`));
  } catch (error) {
    throw writeTrouble(error, parent);
  }
}

async function removeStale(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(parent, name);
    const stats = await lstat(path).catch(() => undefined);
    const mine = process.geteuid === undefined || stats?.uid === process.geteuid();
    if (stats?.isDirectory() && mine && Date.now() - stats.mtimeMs > STALE_MS) {
      // Another process may be at it too; what stays is no trouble of this case.
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
