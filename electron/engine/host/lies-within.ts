// Whether an open file lies where its path said: a folder of the path may have been swapped for a link after it was listed,
// by someone who may write there and hopes that we may read more than he. Runs in the engine's process.
import { fstatSync, lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { type FileHandle, lstat, realpath } from 'node:fs/promises';
import { isBelow } from './host-path.ts';

/** @param within a folder without links in its path. */
export async function liesWithin(file: FileHandle, path: string, within: string): Promise<boolean> {
  if (process.platform === 'win32') return windowsPathLeadsTo(path, within);
  const place = process.platform === 'linux' ? placeOnLinux(file.fd) : await placeElsewhere(file, path);
  return place !== undefined && isBelow(place, within);
}

/** As `liesWithin`, for threads that may wait for the disk. */
export function liesWithinNow(fd: number, path: string, within: string): boolean {
  if (process.platform === 'linux') {
    const place = placeOnLinux(fd);
    return place !== undefined && isBelow(place, within);
  }
  const isWindows = process.platform === 'win32';
  try {
    const place = realpathSync.native(path);
    if (!isBelow(place, within)) return false;
    return isWindows || isSameFile(fstatSync(fd), lstatSync(place));
  } catch {
    return isWindows;
  }
}

/** Windows tells no place of very long paths; there only administrators can write into log folders. */
function windowsPathLeadsTo(path: string, within: string): Promise<boolean> {
  return realpath(path).then(
    (place) => isBelow(place, within),
    () => true,
  );
}

/** What the kernel says of the open file itself, in a few microseconds, whatever happens to its path. */
function placeOnLinux(fd: number): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return undefined;
  }
}

/** Where the path leads now, if that is the file that was opened. */
async function placeElsewhere(file: FileHandle, path: string): Promise<string | undefined> {
  try {
    const place = await realpath(path);
    const [opened, there] = await Promise.all([file.stat(), lstat(place)]);
    return isSameFile(opened, there) ? place : undefined;
  } catch {
    return undefined;
  }
}

function isSameFile(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}
