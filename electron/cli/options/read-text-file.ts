// Text files that users write by hand: --description-file, --case and the like. Runs in the command line's process.
import { readTextFile as readBounded, type TextFile } from '#engine/own-files/read-text-file.ts';

const MAX_BYTES = 1024 ** 2;

/** @param path absolute. @returns EFBIG where it is larger than 1 MB. */
export function readTextFile(path: string): Promise<TextFile> {
  return readBounded(path, MAX_BYTES);
}
