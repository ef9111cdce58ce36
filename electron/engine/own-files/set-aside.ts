// A damaged file of ours makes room without being lost: whoever wants to can still read in it. Runs in every process that
// keeps files.
import { lstat, rename } from 'node:fs/promises';

/** Renames it to the first of `.bad`, `.bad2`, `.bad3` … that is free. Rejects with the system's error. */
export async function setAside(path: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const aside = `${path}.bad${number === 1 ? '' : number}`;
    const isFree = await lstat(aside).then(
      () => false,
      () => true,
    );
    if (isFree) return rename(path, aside);
  }
}
