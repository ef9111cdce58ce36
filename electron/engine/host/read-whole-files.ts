// Reads many small files one after the other without giving way, each with the care of `openFile`. For threads that may wait for
// the disk; runs in a thread of the engine's process.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FilePlace, FileTrouble, WholeFile } from './host.ts';
import { liesWithinNow } from './lies-within.ts';
import { READ_FLAGS } from './local-files.ts';

/** No longer file is read whole. */
export const WHOLE_FILE_BYTES = 256 * 1024;

/** What came of one file: as WholeFile, its bytes where they lie in the memory of all. */
export type ReadFile =
  | (Omit<WholeFile, 'bytes'> & { readonly from: number; readonly lengthBytes: number })
  | FileTrouble
  | undefined;

/**
 * @param target takes the bytes of all files, one behind the other.
 * @returns what became of each; undefined where the file is too long, also for what is left of the memory.
 */
export function readWholeFiles(files: readonly Omit<FilePlace, 'sizeBytes'>[], target: Buffer): ReadFile[] {
  let from = 0;
  return files.map((file) => {
    const read = readOne(file, target.subarray(from), from);
    if (read !== undefined && 'from' in read) from += read.lengthBytes;
    return read;
  });
}

function readOne({ path, within }: Omit<FilePlace, 'sizeBytes'>, target: Buffer, from: number): ReadFile {
  let fd: number;
  try {
    fd = openSync(path, READ_FLAGS);
  } catch (error) {
    return { trouble: codeOf(error) };
  }
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) return { trouble: stats.isDirectory() ? 'EISDIR' : 'EINVAL' };
    if (within !== undefined && !liesWithinNow(fd, path, within)) return { trouble: 'ELOOP' };
    if (stats.size > Math.min(target.length, WHOLE_FILE_BYTES)) return undefined;
    const { size: sizeBytes, mtime: modifiedAt } = stats;
    const read = readUpTo(fd, target.subarray(0, sizeBytes));
    return { from, sizeBytes, modifiedAt, ...read, currentSizeBytes: sizeNow(fd) };
  } catch (error) {
    return { trouble: codeOf(error) };
  } finally {
    close(fd);
  }
}

/** Nothing beyond the size at open is read, however the file grows. */
function readUpTo(
  fd: number,
  target: Buffer,
): { readonly lengthBytes: number; readonly readTrouble?: string } {
  let lengthBytes = 0;
  try {
    while (lengthBytes < target.length) {
      const read = readSync(fd, target, lengthBytes, target.length - lengthBytes, lengthBytes);
      if (read === 0) break;
      lengthBytes += read;
    }
  } catch (error) {
    return { lengthBytes, readTrouble: codeOf(error) };
  }
  return { lengthBytes };
}

function sizeNow(fd: number): number | undefined {
  try {
    return fstatSync(fd).size;
  } catch {
    return undefined;
  }
}

/** Whether it could be closed does not matter: all of it was read. */
function close(fd: number): void {
  try {
    closeSync(fd);
  } catch {}
}

function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
