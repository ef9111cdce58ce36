// CommVault's logs: whole files of each instance's log folder, as they are. A time window leaves out logs that hold nothing
// of it, a size limit the least useful ones; both are listed. Runs in the engine's process.
import type { Collector, LookContext, Note } from '../collector.ts';
import { walkFolder } from '../walk-folder.ts';
import { LogFile } from './log-file.ts';
import { logFolders } from './log-folders.ts';
import { byWorth, hasLogsOf } from './log-order.ts';
import { logsOutside, windowOf } from './log-window.ts';
import { logsNamingJobs } from './logs-naming-jobs.ts';

/** Sessions of logged-in users: credentials, never collected. */
const NEVER = /(^|\/)qsession[^/]*$/i;

export const commvaultLogs: Collector = {
  id: 'commvault.logs',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 120_000,
  async look(context) {
    const folders = logFolders(context);
    if (folders.length === 0) return { skipped: 'no-log-folder' };
    const notes: Note[] = [];
    const leftOut: Note[] = [];
    const found: LogFile[] = [];
    for (const { instance, folder } of folders) {
      const walked = await walkFolder(context.host, folder, context.signal);
      notes.push(...walked.notes);
      leftOut.push(...walked.leftOut);
      for (const file of walked.files) {
        if (!NEVER.test(file.relativePath)) found.push(new LogFile(file, instance));
      }
    }
    const { problemArea } = context.request;
    if (!hasLogsOf(problemArea, found, context.logAreas))
      leftOut.push({ reason: 'no-area-log', about: problemArea });
    const inWindow = await withinWindow(found, context, leftOut);
    const taken = await withinSize(inWindow, context, leftOut);
    const sources = taken.map(({ name, path, within, sizeBytes, modifiedAt }) => {
      return { kind: 'file', name, path, within, sizeBytes, modifiedAt } as const;
    });
    return { sources, notes, leftOut };
  },
};

async function withinWindow(
  files: readonly LogFile[],
  { host, request, signal }: LookContext,
  leftOut: Note[],
): Promise<readonly LogFile[]> {
  const window = windowOf(request);
  if (window === undefined) return files;
  const outside = await logsOutside(window, files, host, signal);
  leftOut.push(...files.filter((file) => outside.has(file)).map(leftOutBecause('outside-window')));
  return files.filter((file) => !outside.has(file));
}

/** Takes the most useful files that fit, each of them whole. */
async function withinSize(
  files: readonly LogFile[],
  { host, request, signal, logAreas }: LookContext,
  leftOut: Note[],
): Promise<LogFile[]> {
  const { problemArea, jobIds, maxSizeBytes = Number.POSITIVE_INFINITY } = request;
  const ordered = byWorth(files, problemArea, undefined, logAreas);
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (totalBytes <= maxSizeBytes) return ordered;
  const named = await logsNamingJobs(jobIds, ordered, host, signal);
  const taken: LogFile[] = [];
  const beyond: LogFile[] = [];
  let leftBytes = maxSizeBytes;
  for (const file of byWorth(files, problemArea, named, logAreas)) {
    if (file.sizeBytes > leftBytes) beyond.push(file);
    else {
      leftBytes -= file.sizeBytes;
      taken.push(file);
    }
  }
  leftOut.push(...beyond.map(leftOutBecause('size-limit')));
  return taken;
}

function leftOutBecause(reason: string): (file: LogFile) => Note {
  return ({ path, sizeBytes }) => ({ reason, about: path, sizeBytes });
}
