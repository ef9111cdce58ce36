// From when to when a log's lines reach, told from its first and last few KB. Runs in the engine's process.
import { type Host, isTrouble } from '../host/host.ts';
import { firstYear, type LogClock } from './log-clock.ts';
import { detectLogEncoding, logDecoder } from './log-encoding.ts';
import type { LogName } from './log-name.ts';
import { type LogStamp, parseLogLine } from './parse-log-line.ts';

/** Moments in milliseconds since 1970. */
export interface LogSpan {
  readonly from: number;
  readonly to: number;
}

export interface SpannedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  readonly log: LogName;
}

/** Enough for nearly every log; the second size for those that end in a long stack trace. */
const SAMPLE_BYTES = [4 * 1024, 64 * 1024];

/** @returns undefined where the file cannot be read or holds no line with a time. */
export async function readLogSpan(
  host: Host,
  file: SpannedFile,
  clock: LogClock,
): Promise<LogSpan | undefined> {
  for (const bytes of SAMPLE_BYTES) {
    const ends = await host.readEnds(file.path, file.sizeBytes, bytes);
    if (isTrouble(ends)) return undefined;
    const span = spanOf(ends, file, clock);
    if (span !== undefined || file.sizeBytes <= 2 * bytes) return span;
  }
  return undefined;
}

function spanOf(
  { head, tail }: { head: Buffer; tail: Buffer },
  { modifiedAt, log }: SpannedFile,
  clock: LogClock,
): LogSpan | undefined {
  const { encoding } = detectLogEncoding(head);
  // What stands before the message is ASCII in every encoding but UTF-16, and latin1 is the fastest way to read that.
  const text = (bytes: Buffer) =>
    encoding.startsWith('utf-16') ? logDecoder(encoding).decode(bytes) : bytes.toString('latin1');
  const first = firstStamp(text(head));
  const last = lastStamp(text(tail));
  if (first === undefined || last === undefined) return undefined;
  const year =
    log.rolledAt === undefined
      ? clock.yearBefore(last, modifiedAt.getTime())
      : clock.yearNear(last, clock.momentOfWallTime(log.rolledAt));
  return {
    from: clock.momentOf(first, firstYear(first, last, year)),
    to: clock.momentOf(last, year),
  };
}

function firstStamp(text: string): LogStamp | undefined {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const stamp = parseLogLine(text.slice(start, end < 0 ? text.length : end))?.stamp;
    if (stamp !== undefined || end < 0) return stamp;
    start = end + 1;
  }
  return undefined;
}

function lastStamp(text: string): LogStamp | undefined {
  for (let end = text.length; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1);
    const stamp = parseLogLine(text.slice(start + 1, end))?.stamp;
    if (stamp !== undefined || start < 0) return stamp;
    end = start;
  }
  return undefined;
}
