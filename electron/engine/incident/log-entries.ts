// The second reading of a log: its wanted lines as text, each with the lines that continue it. Runs in the engine's process.
import { isAscii } from 'node:buffer';
import type { Host } from '../host/host.ts';
import type { LogClock } from '../logs/log-clock.ts';
import { parseLogLine } from '../logs/parse-log-line.ts';
import type { IncidentLog } from './incident-log.ts';
import type { Wanted } from './incident-scope.ts';
import { LineCutter } from './line-cutter.ts';
import { LineHead } from './line-head.ts';
import { LineMoments } from './line-moments.ts';
import { logBytes } from './log-bytes.ts';
import { type Survey, wantedTest } from './survey-log.ts';

/** A dump that goes on for longer is cut off; the log itself is in the packet. */
const MAX_ENTRY_CHARACTERS = 64 * 1024;

export interface IncidentEntry {
  readonly log: IncidentLog;
  /** Milliseconds since 1970. */
  readonly moment: number;
  /** Its number in the log, from 1. */
  readonly line: number;
  readonly pid?: number;
  readonly tid?: string;
  readonly jobId?: string;
  /** With the lines that continue it, parted by line feeds. */
  readonly message: string;
}

type Growing = { -readonly [Part in keyof IncidentEntry]: IncidentEntry[Part] };

/** Yields what each piece of the log completes. Throws only when cancelled. */
export async function* logEntries(
  host: Host,
  { log, range, firstNumber, firstYear }: Survey,
  wanted: Wanted,
  clock: LogClock,
  signal: AbortSignal,
): AsyncGenerator<IncidentEntry[]> {
  const head = new LineHead();
  const moments = new LineMoments(clock, firstYear);
  const isWanted = wantedTest(wanted);
  let complete: IncidentEntry[] = [];
  let open: Growing | undefined;
  const cutter = new LineCutter(
    (bytes, start, end, { number }) => {
      if (head.read(bytes, start, end)) {
        if (open !== undefined) complete.push(open);
        const moment = moments.of(head);
        open = isWanted(moment, head) ? entryOf(lineText(bytes, start, end), log, moment, number) : undefined;
      } else if (open !== undefined && open.message.length < MAX_ENTRY_CHARACTERS) {
        open.message += `\n${lineText(bytes, start, end)}`;
      }
    },
    { offset: range.from, number: firstNumber },
  );
  for await (const chunk of logBytes(host, log, range, signal)) {
    cutter.add(chunk);
    if (complete.length > 0) yield complete;
    complete = [];
  }
  cutter.end();
  if (open !== undefined) complete.push(open);
  if (complete.length > 0) yield complete;
}

function entryOf(text: string, log: IncidentLog, moment: number, line: number): Growing {
  const { pid, tid, jobId, message = text } = parseLogLine(text) ?? {};
  return {
    ...{ log, moment, line, message: message.slice(0, MAX_ENTRY_CHARACTERS) },
    ...(pid === undefined ? {} : { pid }),
    ...(tid === undefined ? {} : { tid }),
    ...(jobId === undefined ? {} : { jobId }),
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const chinese = new TextDecoder('gb18030');

/** Line by line, since one log may hold lines in UTF-8 and in the Chinese code page. */
function lineText(bytes: Buffer, start: number, end: number): string {
  const line = bytes.subarray(start, end);
  if (isAscii(line)) return line.toString('latin1');
  try {
    return utf8.decode(line);
  } catch {
    return chinese.decode(line);
  }
}
