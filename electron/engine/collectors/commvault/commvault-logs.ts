// CommVault's logs: the whole folder of each instance, as it is. Runs in the engine's process.
import type { CommvaultInstance } from '#shared/schema/facts.ts';
import type { Collector, LookContext, Note, Source } from '../collector.ts';
import { type FoundFile, walkFolder } from '../walk-folder.ts';
import { instanceName } from './instance-name.ts';

/** Sessions of logged-in users: credentials, never collected. */
const NEVER = /^qsession/i;

export const commvaultLogs: Collector = {
  id: 'commvault.logs',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 120_000,
  async look(context) {
    const folders = logFolders(context);
    if (folders.length === 0) return { skipped: 'no-log-folder' };
    const notes: Note[] = [];
    const links: Note[] = [];
    const files: (FoundFile & { name: string })[] = [];
    for (const { instance, folder } of folders) {
      const found = await walkFolder(context.host, folder, context.signal);
      notes.push(...found.notes);
      links.push(...found.links);
      for (const file of found.files) {
        const base = file.relativePath.slice(file.relativePath.lastIndexOf('/') + 1);
        if (!NEVER.test(base)) files.push({ ...file, name: `${instance}/${file.relativePath}` });
      }
    }
    const { sources, leftOut } = withinLimits(files, context);
    return { sources, notes, leftOut: [...links, ...leftOut] };
  },
};

/** Folders the user named replace those found; an instance that has the same folder lends its name. */
function logFolders({ facts, request }: LookContext): { instance: string; folder: string }[] {
  const instances: readonly CommvaultInstance[] = facts.commvault?.instances ?? [];
  if (request.logDirs.length === 0) {
    return instances.flatMap(({ instance, logDir }) =>
      logDir === undefined ? [] : [{ instance, folder: logDir }],
    );
  }
  return request.logDirs.map((folder, position) => {
    const known = instances.find(({ logDir }) => logDir === folder)?.instance;
    return { instance: known ?? instanceName(position), folder };
  });
}

/** Leaves out what was last written before the window, and the oldest files beyond the size limit. */
function withinLimits(
  files: readonly (FoundFile & { name: string })[],
  { request }: LookContext,
): { sources: Source[]; leftOut: Note[] } {
  const from = request.window.from === undefined ? 0 : Date.parse(request.window.from);
  const limit = request.maxSizeBytes ?? Number.POSITIVE_INFINITY;
  const sources: Source[] = [];
  const leftOut: Note[] = [];
  let bytes = 0;
  const newestFirst = [...files].sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime());
  for (const { name, path, sizeBytes, modifiedAt } of newestFirst) {
    if (modifiedAt.getTime() < from) leftOut.push({ reason: 'outside-window', about: path });
    else if (bytes + sizeBytes > limit) leftOut.push({ reason: 'size-limit', about: path });
    else {
      bytes += sizeBytes;
      sources.push({ kind: 'file', name, path, sizeBytes, modifiedAt });
    }
  }
  return { sources, leftOut };
}
