// Writes a file that only this user may read, in one step: complete or not at all, even when power fails. Runs in every
// process that keeps files.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../is-running.ts';

/** Creates the folder (0700) where it is missing. Rejects with the system's error and leaves what was there. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A name that nobody can have put a link under.
  const aside = `${path}.${process.pid}.${randomUUID()}.new`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      // Before the name points at it: after a power cut it would otherwise point at nothing.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
  await removeUnfinished(folder, basename(path));
}

/** What processes that died while writing the same file left behind. */
async function removeUnfinished(folder: string, name: string): Promise<void> {
  for (const other of await readdir(folder).catch(() => [])) {
    if (!other.startsWith(`${name}.`)) continue;
    const pid = /^\.(\d+)\.[0-9a-f-]{36}\.new$/.exec(other.slice(name.length))?.[1];
    if (pid === undefined || Number(pid) === process.pid || isRunning(Number(pid))) continue;
    await rm(join(folder, other), { force: true }).catch(() => undefined);
  }
}
