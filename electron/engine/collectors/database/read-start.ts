// Small files of database products, in whatever encoding they were written. Runs in the engine's process.
import { consoleText } from '../../host/console-text.ts';
import { isTrouble } from '../../host/host.ts';
import { fileNote } from '../trouble-note.ts';
import type { DatabaseSearch } from './find-databases.ts';

/** @returns the first bytes of a file as text; undefined where there is none, with a note where it is closed to us. */
export async function readStart(
  path: string,
  maxBytes: number,
  { host, notes }: DatabaseSearch,
): Promise<string | undefined> {
  const file = await host.open(path);
  if (isTrouble(file)) {
    if (!NOT_THERE.has(file.trouble)) notes.push(fileNote(path, file.trouble));
    return undefined;
  }
  try {
    const target = Buffer.alloc(Math.min(maxBytes, file.sizeBytes));
    const length = await file.read(target, 0).catch(() => 0);
    return consoleText(target.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** @returns the names in a folder; none where there is no such folder, with a note where it is closed to us. */
export async function namesIn(folder: string, { host, notes }: DatabaseSearch): Promise<string[]> {
  const entries = await host.list(folder);
  if (!isTrouble(entries)) return entries.map(({ name }) => name);
  if (!NOT_THERE.has(entries.trouble)) notes.push(fileNote(folder, entries.trouble));
  return [];
}

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR']);
