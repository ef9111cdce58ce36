// Finds the lines of a time window in a syslog file by halving, so that a file of gigabytes costs a few reads.
// Runs in the engine's process.
import type { OpenFile } from '../../host/host.ts';
import type { LogClock } from '../../logs/log-clock.ts';
import { parseLogLine } from '../../logs/parse-log-line.ts';
import type { ByteRange } from '../collector.ts';
import type { SystemLogWindow } from './system-logs-window.ts';

const CHUNK_BYTES = 64 * 1024;
/** The last second of a window belongs to it. */
const SECOND_MS = 1_000;
const LINE_END = 0x0a;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const CLASSIC = /^([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2})[ .]/;

/** @returns the window's lines; undefined where all of them are, or where no line has a time. */
export async function linesOfWindow(
  file: OpenFile,
  window: SystemLogWindow,
  clock: LogClock,
): Promise<ByteRange | undefined> {
  const momentOf = syslogMoments(file.modifiedAt, clock);
  const { to: end } = window;
  const from = await firstLine(file, momentOf, (moment) => moment >= window.from);
  const to =
    end === undefined ? undefined : await firstLine(file, momentOf, (moment) => moment >= end + SECOND_MS);
  if (from === undefined || (from === 0 && (to ?? file.sizeBytes) === file.sizeBytes)) return undefined;
  return { from, ...(to === undefined || to === file.sizeBytes ? {} : { to }) };
}

/** The time of a line: `Nov  2 10:00:00 host …` of this year or, before New Year, of the last; or ISO 8601. */
function syslogMoments(modifiedAt: Date, clock: LogClock): (line: string) => number | undefined {
  return (line) => {
    const [, name = '', ...numbers] = CLASSIC.exec(line) ?? [];
    const month = MONTHS.indexOf(name) + 1;
    const [day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
    const stamp =
      month > 0
        ? { month, day, hour, minute, second, millisecond: 0 }
        : parseLogLine(line.slice(0, 64))?.stamp;
    return stamp && clock.momentOf(stamp, stamp.year ?? clock.yearBefore(stamp, modifiedAt.getTime()));
  };
}

/** @returns where the first such line starts, the file's size if there is none; undefined where the times do not tell. */
async function firstLine(
  file: OpenFile,
  momentOf: (line: string) => number | undefined,
  isIt: (moment: number) => boolean,
): Promise<number | undefined> {
  const timed = (position: number, bytes = CHUNK_BYTES) => timedLines(file, position, bytes, momentOf);
  if ((await timed(0)).length === 0) return undefined;
  let [low, high] = [0, file.sizeBytes];
  while (high - low > CHUNK_BYTES) {
    const middle = Math.floor((low + high) / 2);
    const [line] = await timed(middle);
    // Where no line has a time more is taken, not less.
    if (line === undefined || isIt(line.moment)) high = middle;
    else low = middle;
  }
  const found = (await timed(low, 2 * CHUNK_BYTES)).find(({ moment }) => isIt(moment));
  return found?.offset ?? (high === file.sizeBytes ? high : undefined);
}

/** The lines with a time that start at `position` or behind it, as far as one read goes. */
async function timedLines(
  file: OpenFile,
  position: number,
  maxBytes: number,
  momentOf: (line: string) => number | undefined,
): Promise<{ offset: number; moment: number }[]> {
  // One byte before, to see whether a line starts right here.
  const start = Math.max(0, position - 1);
  const target = Buffer.allocUnsafe(maxBytes);
  const bytes = target.subarray(0, await file.read(target, start).catch(() => 0));
  const lines: { offset: number; moment: number }[] = [];
  let at = position === 0 ? 0 : bytes.indexOf(LINE_END) + 1;
  if (position > 0 && at === 0) return lines;
  while (at < bytes.length) {
    const end = bytes.indexOf(LINE_END, at);
    const moment = momentOf(bytes.toString('latin1', at, end < 0 ? bytes.length : end));
    if (moment !== undefined) lines.push({ offset: start + at, moment });
    at = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}
