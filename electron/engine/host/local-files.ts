// Files of this machine, read so that a log being written by CommVault is never disturbed. Runs in the engine's process.
import { constants, type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileInfo, FileTrouble, FolderEntry, OpenFile } from './host.ts';
import { liesWithin } from './lies-within.ts';
import { SAFELY } from './open-safely.ts';

/** A link is refused: a log folder must not lead out of itself. */
export const READ_FLAGS = constants.O_RDONLY | SAFELY;

/** How long a folder is read before other work gets a turn, so that cancel is heard. */
const TURN_MS = 8;

function troubleOf(error: unknown): FileTrouble {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return { trouble: code };
}

function infoOf(stats: Stats): FileInfo {
  const kind = stats.isFile()
    ? 'file'
    : stats.isDirectory()
      ? 'folder'
      : stats.isSymbolicLink()
        ? 'link'
        : 'other';
  return { kind, sizeBytes: stats.size, modifiedAt: stats.mtime };
}

export async function fileInfo(path: string): Promise<FileInfo | FileTrouble> {
  try {
    return infoOf(await lstat(path));
  } catch (error) {
    return troubleOf(error);
  }
}

export async function realFilePath(path: string): Promise<string | FileTrouble> {
  try {
    return await realpath(path);
  } catch (error) {
    return troubleOf(error);
  }
}

/** Sorted by name: the order a disk happens to give must not show in a packet. Synchronous inside, in short turns: 18 times faster than one promise a file, measured on 20,000 files. */
export async function listFolder(folder: string): Promise<readonly FolderEntry[] | FileTrouble> {
  let names: Dirent[];
  try {
    names = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return troubleOf(error);
  }
  names.sort((one, other) => (one.name < other.name ? -1 : 1));
  const entries: FolderEntry[] = [];
  let turnStarted = performance.now();
  for (const { name } of names) {
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stats !== undefined) entries.push({ name, ...infoOf(stats) });
    if (performance.now() - turnStarted > TURN_MS) {
      await nextTurn();
      turnStarted = performance.now();
    }
  }
  return entries;
}

/** As Host.open. */
export async function openFile(path: string, within?: string): Promise<OpenFile | FileTrouble> {
  let handle: FileHandle;
  try {
    handle = await open(path, READ_FLAGS);
  } catch (error) {
    return troubleOf(error);
  }
  const stats = await handle.stat();
  if (!stats.isFile()) {
    await handle.close();
    return { trouble: stats.isDirectory() ? 'EISDIR' : 'EINVAL' };
  }
  if (within !== undefined && !(await liesWithin(handle, path, within))) {
    await handle.close();
    return { trouble: 'ELOOP' };
  }
  return {
    sizeBytes: stats.size,
    modifiedAt: stats.mtime,
    read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
    currentSizeBytes: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

/** Follows links, for configuration at fixed places such as /etc/os-release. */
export async function readSmallText(path: string, maxBytes: number): Promise<string | FileTrouble> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      // Files in /proc and /sys say size 0, so read until the end or the limit.
      const target = Buffer.alloc(maxBytes);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(target, length, maxBytes - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === maxBytes) break;
      }
      return target.toString('utf8', 0, length);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return troubleOf(error);
  }
}
