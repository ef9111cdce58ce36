// Where packets go unless the user picks a folder. Runs in the main process.
import { mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param candidates in order of preference: the folder picked last, the documents, the desktop, the home folder
 * @returns the first that exists and can be written; the last one if none can (saving then says why not)
 */
export async function chooseOutputFolder(candidates: readonly string[]): Promise<string> {
  for (const folder of candidates) {
    if (await isWritableFolder(folder)) return folder;
  }
  const last = candidates.at(-1);
  if (last === undefined) throw new Error('no candidates for the output folder');
  return last;
}

/** By trying: Windows' protected folders look writable until one writes. */
async function isWritableFolder(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.casepack-')));
    return true;
  } catch {
    return false;
  }
}
