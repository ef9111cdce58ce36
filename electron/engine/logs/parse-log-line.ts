// One line of a CommVault log: PID (decimal), TID (hexadecimal), MM/DD HH:MM:SS, job id or ###, message, parted by white
// space and not by columns (vendor documentation, GxTail log messages). Runs in the engine's process.

/** A line's time as printed. CommVault prints neither year nor zone: see log-clock.ts. */
export interface LogStamp {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Only where the line itself names its zone. */
  readonly utcOffsetMinutes?: number;
}

export interface LogLine {
  /** Absent in lines of other products' logs, such as SQL Server's ERRORLOG. */
  readonly pid?: number;
  /** Hexadecimal as printed, in lower case. */
  readonly tid?: string;
  readonly stamp: LogStamp;
  /** Absent for the placeholder ###. */
  readonly jobId?: string;
  readonly message: string;
}

/** Some modules print a year or parts of a second as well. */
const COMMVAULT =
  /^\s*(\d{1,10})\s+(?:0x)?([0-9a-f]{1,16})\s+(?:(\d{4})[/-])?(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\s+(\d{1,2}):(\d{2}):(\d{2})(?:[.,:](\d{1,9}))?(?:\s+(.*))?$/is;
const ISO =
  /^\s*\[?(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ]+(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s?(Z|[+-]\d{2}:?\d{2})?\]?(?:\s+(.*))?$/is;
const JOB = /^(#+|\d{1,12})(?:\s+(.*))?$/s;

/**
 * @param line one line, decoded, with or without its line end.
 * @returns undefined for a line without a prefix: it continues the one before it.
 */
export function parseLogLine(line: string): LogLine | undefined {
  const text = withoutEnd(line);
  const match = COMMVAULT.exec(text);
  return match === null ? isoLine(ISO.exec(text)) : commvaultLine(match);
}

function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end -= 1;
  return line.slice(0, end);
}

function commvaultLine(match: RegExpExecArray): LogLine | undefined {
  const stamp = stampOf(match[3] ?? match[6], match[4], match[5], match[7], match[8], match[9], match[10]);
  if (stamp === undefined) return undefined;
  const pid = Number(match[1]);
  const tid = (match[2] ?? '').toLowerCase();
  const rest = match[11] ?? '';
  const [, job, message = ''] = JOB.exec(rest) ?? [];
  if (job === undefined) return { pid, tid, stamp, message: rest };
  return job.startsWith('#') ? { pid, tid, stamp, message } : { pid, tid, stamp, jobId: job, message };
}

function isoLine(match: RegExpExecArray | null): LogLine | undefined {
  if (match === null) return undefined;
  const stamp = stampOf(match[1], match[2], match[3], match[4], match[5], match[6], match[7]);
  if (stamp === undefined) return undefined;
  const zone = match[8];
  return {
    stamp: zone === undefined ? stamp : { ...stamp, utcOffsetMinutes: offsetOf(zone) },
    message: match[9] ?? '',
  };
}

/** @returns undefined where the numbers are no time: the line only looks like one with a prefix. */
function stampOf(
  yearText: string | undefined,
  ...texts: [string?, string?, string?, string?, string?, string?]
): LogStamp | undefined {
  const month = Number(texts[0]);
  const day = Number(texts[1]);
  const hour = Number(texts[2]);
  const minute = Number(texts[3]);
  const second = Number(texts[4]);
  const fraction = texts[5];
  const possible =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60;
  if (!possible) return undefined;
  const millisecond = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  if (yearText === undefined) return { month, day, hour, minute, second, millisecond };
  return { year: Number(yearText), month, day, hour, minute, second, millisecond };
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
