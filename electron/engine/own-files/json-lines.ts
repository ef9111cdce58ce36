// Lists that are only ever appended to: one JSON object a line, for this user's eyes. A damaged line costs that line, and
// nothing that was written before is changed. Runs in the engine's process.
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { SAFELY } from '../host/open-safely.ts';
import { readFrom } from '../host/read-from.ts';
import { setAside } from './set-aside.ts';

/** About a hundred thousand entries; of a longer list the newest are read. */
const MAX_READ_BYTES = 64 * 1024 ** 2;
const LINE_FEED = 0x0a;

const APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | SAFELY;

/** The line is on the disk when this resolves. Rejects with the system's error. */
export async function appendJsonLine(path: string, entry: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await openList(path);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    // A process that died while writing may have left half a line.
    const begin = size > 0 && last[0] !== LINE_FEED ? '\n' : '';
    await file.appendFile(`${begin}${JSON.stringify(entry)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @returns all entries, oldest first; lines that cannot be understood are passed over. */
export async function readJsonLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const text = await readNewest(path).catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      const parsed = schema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      // Half a line, or someone else's.
      return [];
    }
  });
}

/** What is no list of ours (a folder, a pipe, a link, text as Notepad saves it) makes room for one. */
async function openList(path: string): Promise<FileHandle> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, APPEND, 0o600);
    if (await isList(file)) return file;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ELOOP' && code !== 'EISDIR' && code !== 'ENXIO') throw error;
  }
  await file?.close();
  await setAside(path);
  return open(path, APPEND | constants.O_EXCL, 0o600);
}

async function isList(file: FileHandle): Promise<boolean> {
  if (!(await file.stat()).isFile()) return false;
  const start = Buffer.alloc(2);
  await file.read(start, 0, 2, 0);
  // Marks of UTF-16: a line in UTF-8 behind it would make it unreadable for everyone.
  return start.readUInt16BE() !== 0xfffe && start.readUInt16BE() !== 0xfeff;
}

/** Rejects where there is no such file. */
async function readNewest(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return '';
    const start = Math.max(0, stats.size - MAX_READ_BYTES);
    // The first line may have been cut in two: then it is none.
    return new TextDecoder().decode(await readFrom(file, start, stats.size - start));
  } finally {
    await file.close();
  }
}
