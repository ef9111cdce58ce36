// Which logs name a job, and when its trouble began. Runs in the engine's process.
import type { Host } from '../host/host.ts';
import type { LogClock } from '../logs/log-clock.ts';
import type { IncidentLog } from './incident-log.ts';
import type { Wanted } from './incident-scope.ts';
import { logBytes } from './log-bytes.ts';
import { logEntries } from './log-entries.ts';
import { surveyLog } from './survey-log.ts';
import { findTrouble } from './trouble-signs.ts';

export interface JobInLog {
  readonly firstTrouble?: number;
}

/** @returns undefined where the log has no line of these jobs. Throws only when cancelled. */
export async function findJob(
  host: Host,
  log: IncidentLog,
  jobIds: ReadonlySet<string>,
  clock: LogClock,
  signal: AbortSignal,
): Promise<JobInLog | undefined> {
  if (!(await names(host, log, jobIds, signal))) return undefined;
  const wanted: Wanted = { jobIds };
  const survey = await surveyLog(host, log, wanted, clock, signal);
  if (survey === undefined) return undefined;
  for await (const entries of logEntries(host, survey, wanted, clock, signal)) {
    const trouble = entries.find(({ message }) => findTrouble(message) !== undefined);
    if (trouble !== undefined) return { firstTrouble: trouble.moment };
  }
  return {};
}

/** Looks for the digits alone, ten times faster than reading lines; most logs do not have them. */
async function names(
  host: Host,
  log: IncidentLog,
  jobIds: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<boolean> {
  const ids = [...jobIds];
  const longest = Math.max(...ids.map(({ length }) => length));
  let rest = Buffer.alloc(0);
  for await (const chunk of logBytes(host, log, { from: 0 }, signal)) {
    const bytes = Buffer.concat([rest, chunk]);
    if (ids.some((id) => bytes.includes(id))) return true;
    rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - longest)));
  }
  return false;
}
