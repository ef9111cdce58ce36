// Log files of the window, the current ones and those that were rotated: of plain files the lines of the window, compressed
// ones as they are. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import { LogClock } from '../../logs/log-clock.ts';
import type { LookContext, Note, Source } from '../collector.ts';
import { fileNote } from '../trouble-note.ts';
import { MAX_SYSTEM_LOG_BYTES } from './system-logs-command.ts';
import { type SystemLogFile, withRotated } from './system-logs-rotation.ts';
import { linesOfWindow } from './system-logs-times.ts';
import type { SystemLogWindow } from './system-logs-window.ts';

const FOLDER = '/var/log';
const OUTSIDE = 'outside-window';
/** Of all rotated files together. */
const MAX_ROTATED_BYTES = 64 * 1024 ** 2;

interface FoundLogs {
  readonly sources: Source[];
  readonly notes: Note[];
  readonly leftOut: Note[];
}

/** @param names of the current files below /var/log; those that do not exist are passed by. */
export async function systemLogFiles(
  names: readonly string[],
  window: SystemLogWindow,
  { host }: Pick<LookContext, 'host'>,
): Promise<FoundLogs> {
  const found: FoundLogs = { sources: [], notes: [], leftOut: [] };
  const entries = await host.list(FOLDER);
  if (isTrouble(entries)) {
    if (entries.trouble !== 'ENOENT') found.notes.push(fileNote(FOLDER, entries.trouble));
    return found;
  }
  const clock = new LogClock(host.timeZone);
  let rotatedBytes = 0;
  for (const file of withRotated(names, entries)) {
    const path = `${FOLDER}/${file.name}`;
    if (file.endsAt < window.from || file.startsAt > (window.to ?? Number.POSITIVE_INFINITY)) {
      found.leftOut.push({ reason: OUTSIDE, about: path });
      continue;
    }
    if (file.rotated && rotatedBytes + file.sizeBytes > MAX_ROTATED_BYTES) {
      found.leftOut.push({ reason: 'size-limit', about: path });
      continue;
    }
    const source = await openable(host, file, path, window, clock);
    if ('reason' in source) (source.reason === OUTSIDE ? found.leftOut : found.notes).push(source);
    else {
      found.sources.push(source);
      if (file.rotated) rotatedBytes += file.sizeBytes;
    }
  }
  return found;
}

/** @returns the file's part of the window, or why it cannot be read. */
async function openable(
  host: Host,
  { name, compressed }: SystemLogFile,
  path: string,
  window: SystemLogWindow,
  clock: LogClock,
): Promise<Source | Note> {
  const file = await host.open(path);
  if (isTrouble(file)) return fileNote(path, file.trouble);
  try {
    const { sizeBytes, modifiedAt } = file;
    const source = { kind: 'file', name, path, sizeBytes, modifiedAt } as const;
    if (compressed) return source;
    const range = await linesOfWindow(file, window, clock);
    if (range !== undefined && range.from === (range.to ?? sizeBytes))
      return { reason: OUTSIDE, about: path };
    return { ...source, tailBytes: MAX_SYSTEM_LOG_BYTES, ...(range === undefined ? {} : { range }) };
  } finally {
    await file.close();
  }
}
