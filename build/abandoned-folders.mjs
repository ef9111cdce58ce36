// Clears away what killed builds and downloads left behind: folders named "<name>.<process id>…". Plain Node.
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const abandonedAfterMs = 60 * 60_000;

/**
 * Removes the scratch folders beside `target` that no living process can still be working in, judged by age.
 * @param {string} target the folder whose name they begin with
 */
export async function removeAbandonedFolders(target) {
  const parent = dirname(target);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(target)}.`)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
