// Whether a folder can take what is coming, before anything is written. Runs in the engine's process.
import { statfs } from 'node:fs/promises';
import { writeTrouble } from './trouble.ts';

/** @returns bytes that this user may still write there. Rejects with Trouble where there is no such folder. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const volume = await statfs(folder);
    return volume.bavail * volume.bsize;
  } catch (error) {
    throw writeTrouble(error, folder);
  }
}

/** Files that are compressed already and will not shrink. */
const COMPRESSED = /\.(zip|gz|bz2|7z|zst|xz|png|jpe?g|evtx|cab)$/i;
/** Log text packs to a ninth; a sixth leaves room for odd ones. */
const TEXT_SHARE = 1 / 6;

/** @returns about how many bytes the packed form of these files takes. */
export function estimatePackedBytes(files: readonly { name: string; sizeBytes: number }[]): number {
  return files.reduce(
    (sum, { name, sizeBytes }) => sum + sizeBytes * (COMPRESSED.test(name) ? 1 : TEXT_SHARE),
    1024 ** 2,
  );
}
