// Writes the details of an unexpected error to a file, for whoever reports the bug. Runs in the main process.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns the file's path, also where it could not be written (the disk may be the reason for the bug) */
export async function recordBug(bug: unknown, folder: string, version: string): Promise<string> {
  const time = new Date().toISOString();
  const file = join(folder, `error-${time.replaceAll(/[-:]|\..*/g, '')}.txt`);
  const details = bug instanceof Error ? String(bug.stack) : String(bug);
  const text = `casepack ${version}, ${process.platform} ${process.arch}, ${time}\n${details}\n`;
  await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => writeFile(file, text, { mode: 0o600, flag: 'wx' }))
    .catch(() => undefined);
  return file;
}
