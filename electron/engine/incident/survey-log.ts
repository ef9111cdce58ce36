// The first reading of a log: where its wanted lines are, and how many bytes each minute of them has. No line becomes a
// string here, so it is about as fast as the disk. Runs in the engine's process.
import type { Host } from '../host/host.ts';
import type { LogClock } from '../logs/log-clock.ts';
import type { IncidentLog } from './incident-log.ts';
import type { Wanted } from './incident-scope.ts';
import { LineCutter } from './line-cutter.ts';
import { LineHead } from './line-head.ts';
import { LineMoments } from './line-moments.ts';
import { logBytes } from './log-bytes.ts';

const MINUTE_MS = 60_000;
/** What a line takes in the time line besides its own text. */
const COLUMNS_BYTES = 80;
const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const NEVER = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

/** From the first wanted line to behind the last one, with the lines that continue it. */
export interface Survey {
  readonly log: IncidentLog;
  /** In bytes of the text that logBytes gives. */
  readonly range: { readonly from: number; readonly to: number };
  readonly firstNumber: number;
  readonly firstYear: number;
  /** Bytes that the wanted lines will take in the time line, by minute since 1970. */
  readonly bytesOfMinute: ReadonlyMap<number, number>;
}

interface Reading {
  readonly survey: Survey | undefined;
  /** By how many years the lines were dated wrongly. */
  readonly yearsOff: number;
}

/** @returns undefined where no line is wanted. Throws only when cancelled. */
export async function surveyLog(
  host: Host,
  log: IncidentLog,
  wanted: Wanted,
  clock: LogClock,
  signal: AbortSignal,
): Promise<Survey | undefined> {
  const modifiedYear = log.modifiedAt.getUTCFullYear();
  const startYear = log.log.rolledAt?.year ?? modifiedYear;
  const first = await readOnce(host, log, wanted, { clock, startYear }, signal);
  if (first.yearsOff === 0) return first.survey;
  // A log that walks over New Year, or a quiet one that reaches back years: only its end says which year it is.
  const corrected = { clock, startYear: startYear + first.yearsOff };
  return (await readOnce(host, log, wanted, corrected, signal)).survey;
}

async function readOnce(
  host: Host,
  log: IncidentLog,
  wanted: Wanted,
  { clock, startYear }: { clock: LogClock; startYear: number },
  signal: AbortSignal,
): Promise<Reading> {
  const head = new LineHead();
  const moments = new LineMoments(clock, startYear);
  const isWanted = wantedTest(wanted);
  const bytesOfMinute = new Map<number, number>();
  const range = { from: -1, to: 0 };
  let firstNumber = 0;
  let firstYear = 0;
  let inside = false;
  let minute = 0;
  const cutter = new LineCutter((bytes, start, end, { offset, next, number }) => {
    if (head.read(bytes, start, end)) {
      const moment = moments.of(head);
      inside = isWanted(moment, head);
      if (inside) minute = Math.floor(moment / MINUTE_MS);
      if (inside && range.from < 0) {
        range.from = offset;
        firstNumber = number;
        firstYear = moments.year;
      }
    }
    if (!inside) return;
    range.to = next;
    bytesOfMinute.set(minute, (bytesOfMinute.get(minute) ?? 0) + next - offset + COLUMNS_BYTES);
  });
  for await (const chunk of logBytes(host, log, { from: 0 }, signal)) cutter.add(chunk);
  cutter.end();
  const { last, year } = moments;
  if (last === undefined) return { survey: undefined, yearsOff: 0 };
  const { rolledAt } = log.log;
  const lastYear =
    rolledAt === undefined
      ? clock.yearBefore(last, log.modifiedAt.getTime())
      : clock.yearNear(last, clock.momentOfWallTime(rolledAt));
  const yearsOff = last.year === undefined ? lastYear - year : 0;
  if (range.from < 0) return { survey: undefined, yearsOff };
  return { survey: { log, range, firstNumber, firstYear, bytesOfMinute }, yearsOff };
}

/** @returns whether the line just read is wanted. */
export function wantedTest({
  window = NEVER,
  jobIds,
  limits = ALWAYS,
}: Wanted): (moment: number, head: LineHead) => boolean {
  const byJob = jobIds.size > 0;
  return (moment, head) =>
    moment >= limits.from &&
    moment <= limits.to &&
    ((moment >= window.from && moment <= window.to) || (byJob && jobIds.has(head.jobId())));
}
