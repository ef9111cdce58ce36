// How many lines of a log tell of trouble, minute by minute: one reading, in which only lines that may tell of it become
// strings. Runs in the engine's process.
import type { Host } from '../host/host.ts';
import type { LogClock } from '../logs/log-clock.ts';
import type { IncidentLog } from './incident-log.ts';
import { LineCutter } from './line-cutter.ts';
import { LineHead } from './line-head.ts';
import { LineMoments } from './line-moments.ts';
import { logBytes } from './log-bytes.ts';
import { findTrouble } from './trouble-signs.ts';

const MINUTE_MS = 60_000;
/** A line's trouble stands near its beginning; a dump behind it is not searched. */
const LINE_BYTES = 2_000;

/** @returns trouble lines by minute since 1970. Throws only when cancelled. */
export async function countTrouble(
  host: Host,
  log: IncidentLog,
  clock: LogClock,
  signal: AbortSignal,
): Promise<Map<number, number>> {
  const { rolledAt } = log.log;
  const startYear = rolledAt?.year ?? log.modifiedAt.getUTCFullYear();
  const first = await countOnce(host, log, clock, startYear, signal);
  if (first.yearsOff === 0) return first.counts;
  // Over New Year, or a quiet log that reaches back years: only its end says which year it is.
  return (await countOnce(host, log, clock, startYear + first.yearsOff, signal)).counts;
}

async function countOnce(
  host: Host,
  log: IncidentLog,
  clock: LogClock,
  startYear: number,
  signal: AbortSignal,
): Promise<{ counts: Map<number, number>; yearsOff: number }> {
  const head = new LineHead();
  const moments = new LineMoments(clock, startYear);
  const counts = new Map<number, number>();
  let minute: number | undefined;
  const cutter = new LineCutter((bytes, start, end) => {
    if (head.read(bytes, start, end)) minute = Math.floor(moments.of(head) / MINUTE_MS);
    if (minute === undefined) return;
    const text = bytes.toString('latin1', start, Math.min(end, start + LINE_BYTES));
    if (findTrouble(text) !== undefined) counts.set(minute, (counts.get(minute) ?? 0) + 1);
  });
  for await (const chunk of logBytes(host, log, { from: 0 }, signal)) cutter.add(chunk);
  cutter.end();
  const { last, year } = moments;
  if (last === undefined || last.year !== undefined) return { counts, yearsOff: 0 };
  const { rolledAt } = log.log;
  const lastYear =
    rolledAt === undefined
      ? clock.yearBefore(last, log.modifiedAt.getTime())
      : clock.yearNear(last, clock.momentOfWallTime(rolledAt));
  return { counts, yearsOff: lastYear - year };
}
