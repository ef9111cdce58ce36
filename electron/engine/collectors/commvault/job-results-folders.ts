// Finds the folder that a job left its results in: CV_JobResults/2/0/<job id> and the like, below dJOBRESULTSDIR.
// Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import { pathRules } from '../../host/host-path.ts';
import type { Note } from '../collector.ts';
import { fileNote } from '../trouble-note.ts';

/** Deep enough for CV_JobResults\iDataAgent\FileSystemAgent\2\<subclient>\<job id>. */
const MAX_DEPTH = 5;
/** A job results folder of years has very many: a search without end helps nobody. */
const MAX_FOLDERS = 2_000;

/** @returns folders named exactly like one of the jobs; what may not be read is noted. */
export async function jobResultsFolders(
  host: Host,
  root: string,
  jobIds: readonly string[],
  signal: AbortSignal,
): Promise<{ folders: { jobId: string; path: string }[]; notes: Note[] }> {
  const { join } = pathRules(host.platform);
  const folders: { jobId: string; path: string }[] = [];
  const notes: Note[] = [];
  // Breadth first, so that the limit cuts the depths off and not a whole branch.
  let level = [root];
  let seen = 0;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      signal.throwIfAborted();
      seen += 1;
      if (seen > MAX_FOLDERS) return { folders, notes: [...notes, { reason: 'too-many', about: root }] };
      const entries = await host.list(folder);
      if (isTrouble(entries)) {
        // A job that ends takes its folder away.
        if (entries.trouble !== 'ENOENT') notes.push(fileNote(folder, entries.trouble));
        continue;
      }
      for (const { name, kind } of entries) {
        if (kind !== 'folder') continue;
        const path = join(folder, name);
        if (jobIds.includes(name)) folders.push({ jobId: name, path });
        // Folders of other jobs lie beside it by the thousand.
        else if (!/^\d{3,}$/.test(name)) next.push(path);
      }
    }
    level = next;
  }
  return { folders, notes };
}
