// Removes what an engine process left behind when it died: its drafts' private folders bear its process id (see
// engine/packet/private-folder.ts). Runs in the main process.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @param folders where drafts may have been kept; one that cannot be read holds nothing of ours */
export async function removeAbandonedDrafts(processId: number, folders: Iterable<string>): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      if (!name.startsWith(`casepack-${processId}-`)) continue;
      // What cannot be removed now is removed by a later start of the program.
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
