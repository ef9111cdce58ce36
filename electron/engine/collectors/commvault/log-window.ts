// Which logs lie outside the time window, told by the times inside them. In doubt a log is kept. Runs in the engine's process.
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { Host } from '../../host/host.ts';
import { LogClock } from '../../logs/log-clock.ts';
import { type LogSpan, readLogSpan } from '../../logs/log-span.ts';
import type { LogFile } from './log-file.ts';

const DAY_MS = 86_400_000;
/** Files under way at a time: enough to hide the latency of a share, too few to trouble a sick disk. */
const READS_AT_ONCE = 16;

/** @returns undefined without a window; an open end is infinite. */
export function windowOf({ window }: Pick<PartialCaseRequest, 'window'>): LogSpan | undefined {
  if (window.from === undefined && window.to === undefined) return undefined;
  return {
    from: window.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(window.from),
    to: window.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(window.to),
  };
}

/** @returns the files that hold nothing of the window. Throws only when cancelled. */
export async function logsOutside(
  window: LogSpan,
  files: readonly LogFile[],
  host: Host,
  signal: AbortSignal,
): Promise<ReadonlySet<LogFile>> {
  const clock = new LogClock(host.timeZone);
  const rolledBefore = previousRolls(files, clock);
  const outside = new Set<LogFile>();
  const remaining = files.values();
  const judge = async () => {
    for (const file of remaining) {
      signal.throwIfAborted();
      const span =
        file.log.compression === undefined
          ? await contentSpan(host, file, clock)
          : compressedSpan(file, rolledBefore.get(file), clock);
      if (span !== undefined && (span.to < window.from || span.from > window.to)) outside.add(file);
    }
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, judge));
  return outside;
}

/** @returns undefined in doubt: unreadable, or more than a day away from the file's own time. */
async function contentSpan(host: Host, file: LogFile, clock: LogClock): Promise<LogSpan | undefined> {
  const span = await readLogSpan(host, file, clock);
  return span !== undefined && isFarFrom(span.to, file) ? undefined : span;
}

/** Without unpacking: it ends with the file's time and begins where the roll before it ended, with a day to spare. */
function compressedSpan(file: LogFile, previous: LogFile | undefined, clock: LogClock): LogSpan | undefined {
  const { rolledAt } = file.log;
  if (rolledAt !== undefined && isFarFrom(clock.momentOfWallTime(rolledAt), file)) return undefined;
  return {
    from: previous === undefined ? Number.NEGATIVE_INFINITY : closedAt(previous, clock) - DAY_MS,
    to: file.modifiedAt.getTime() + DAY_MS,
  };
}

function isFarFrom(moment: number, { modifiedAt }: LogFile): boolean {
  return Math.abs(moment - modifiedAt.getTime()) > DAY_MS;
}

/** For each compressed log the one that was rolled before it. */
function previousRolls(files: readonly LogFile[], clock: LogClock): ReadonlyMap<LogFile, LogFile> {
  const previous = new Map<LogFile, LogFile>();
  const newest = new Map<string, LogFile>();
  const rolls = files
    .filter(({ log }) => log.rolled)
    .map((file) => ({ file, at: closedAt(file, clock) }))
    .sort((one, other) => one.at - other.at);
  for (const { file } of rolls) {
    const folder = file.name.slice(0, file.name.lastIndexOf('/'));
    const key = `${folder}/${file.baseKey}`;
    const before = newest.get(key);
    if (before !== undefined && file.log.compression !== undefined) previous.set(file, before);
    newest.set(key, file);
  }
  return previous;
}

/** The earlier of what name and file say, so that the log after it is not taken for younger than it is. */
function closedAt({ log, modifiedAt }: LogFile, clock: LogClock): number {
  const time = modifiedAt.getTime();
  return log.rolledAt === undefined ? time : Math.min(time, clock.momentOfWallTime(log.rolledAt));
}
