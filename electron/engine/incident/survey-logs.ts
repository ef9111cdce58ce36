// Goes through all logs once and says where the lines around the incident are. Runs in the engine's process.
import type { Host } from '../host/host.ts';
import type { LogClock } from '../logs/log-clock.ts';
import { findJob } from './find-job.ts';
import type { IncidentLog } from './incident-log.ts';
import { aroundTrouble, type IncidentScope, type Wanted } from './incident-scope.ts';
import { mayTouch } from './may-touch.ts';
import { type Survey, surveyLog } from './survey-log.ts';

export interface Surveyed {
  readonly surveys: readonly Survey[];
  readonly wanted: Wanted;
  /** Milliseconds since 1970; absent where a job has no trouble line. */
  readonly focus?: number;
  /** Not all logs were looked through in time. */
  readonly incomplete: boolean;
}

interface Reading {
  readonly host: Host;
  readonly clock: LogClock;
  readonly signal: AbortSignal;
  /** Whether there is time for another log. */
  readonly goesOn: () => boolean;
}

/** @param logs the most important first. Throws only when cancelled. */
export async function surveyLogs(
  logs: readonly IncidentLog[],
  scope: IncidentScope,
  reading: Reading,
): Promise<Surveyed> {
  if (scope.basis === 'occurred-at') {
    const wanted = { window: scope.window, jobIds: new Set<string>() };
    return { ...(await surveyAll(logs, new Set(), wanted, reading)), wanted, focus: scope.focus };
  }
  const { host, clock, signal, goesOn } = reading;
  const naming = new Set<IncidentLog>();
  let focus: number | undefined;
  let incomplete = false;
  for (const log of logs) {
    signal.throwIfAborted();
    incomplete ||= !goesOn();
    const found = incomplete ? undefined : await findJob(host, log, scope.jobIds, clock, signal);
    if (found === undefined) continue;
    naming.add(log);
    focus = Math.min(focus ?? Number.POSITIVE_INFINITY, found.firstTrouble ?? Number.POSITIVE_INFINITY);
  }
  const known = focus !== undefined && Number.isFinite(focus) ? focus : undefined;
  const wanted = {
    jobIds: scope.jobIds,
    ...(known === undefined ? {} : { window: aroundTrouble(known) }),
  };
  const all = await surveyAll(logs, naming, wanted, reading);
  return {
    surveys: all.surveys,
    wanted,
    ...(known === undefined ? {} : { focus: known }),
    incomplete: incomplete || all.incomplete,
  };
}

/** @param always logs that are known to have wanted lines. */
async function surveyAll(
  logs: readonly IncidentLog[],
  always: ReadonlySet<IncidentLog>,
  wanted: Wanted,
  { host, clock, signal, goesOn }: Reading,
): Promise<{ surveys: Survey[]; incomplete: boolean }> {
  const surveys: Survey[] = [];
  const { window } = wanted;
  for (const log of logs) {
    signal.throwIfAborted();
    if (!goesOn()) return { surveys, incomplete: true };
    const touches = always.has(log) || (window !== undefined && (await mayTouch(host, log, window, clock)));
    const survey = touches ? await surveyLog(host, log, wanted, clock, signal) : undefined;
    if (survey !== undefined) surveys.push(survey);
  }
  return { surveys, incomplete: false };
}
