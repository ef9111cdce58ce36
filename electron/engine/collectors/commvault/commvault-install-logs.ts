// Logs of installing and updating CommVault, which lie outside its log folder: an installation that fails has none yet.
// Only for a problem with installing, or when asked for. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import type { Collector, LookContext, Note, Source } from '../collector.ts';
import { walkFolder } from '../walk-folder.ts';

/** Answer files of silent installations lie beside the logs and hold passwords: only logs are taken. */
const LOG = /(\.(log|txt|out|err)(\.\d+)?|_\d+\.log)(\.(zip|gz|bz2|7z|zst))?$/i;
const MAX_TOTAL_BYTES = 200 * 1024 ** 2;

export const commvaultInstallLogs: Collector = {
  id: 'commvault.install-logs',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 30_000,
  async look(context) {
    if (!isAskedFor(context)) return { skipped: 'other-area' };
    const { host, signal } = context;
    const sources: Source[] = [];
    const notes: Note[] = [];
    const leftOut: Note[] = [];
    let leftBytes = MAX_TOTAL_BYTES;
    for (const { folder, name } of foldersOf(host)) {
      // Everybody may write to /tmp: what is there must be the folder itself.
      const info = await host.info(folder);
      if (!isTrouble(info) && info.kind === 'link') {
        leftOut.push({ reason: 'link-not-followed', about: folder });
        continue;
      }
      const walked = await walkFolder(host, folder, signal);
      notes.push(...walked.notes.filter(({ reason, about }) => reason !== 'not-found' || about !== folder));
      leftOut.push(...walked.leftOut);
      const newestFirst = walked.files.sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime());
      for (const { path, within, relativePath, sizeBytes, modifiedAt } of newestFirst) {
        const reason = LOG.test(relativePath)
          ? sizeBytes > leftBytes
            ? 'size-limit'
            : undefined
          : 'not-a-log';
        if (reason !== undefined) {
          leftOut.push({ reason, about: path, sizeBytes });
          continue;
        }
        leftBytes -= sizeBytes;
        sources.push({ kind: 'file', name: `${name}/${relativePath}`, path, within, sizeBytes, modifiedAt });
      }
    }
    if (sources.length + notes.length + leftOut.length === 0) return { skipped: 'no-install-log' };
    return { sources, notes, leftOut };
  },
};

function isAskedFor({ request }: LookContext): boolean {
  return request.problemArea === 'installation' || request.only.includes('commvault.install-logs');
}

function foldersOf({ platform, env }: Host): { folder: string; name: string }[] {
  if (platform !== 'win32') {
    return [
      { folder: '/var/log/.gxsetup', name: 'gxsetup' },
      { folder: '/tmp/.gxsetup', name: 'gxsetup-tmp' },
    ];
  }
  const data = env.ProgramData ?? env.ALLUSERSPROFILE ?? 'C:\\ProgramData';
  return [{ folder: `${data}\\CommVault Systems\\Galaxy\\LogFiles`, name: 'LogFiles' }];
}
