// Trouble over time in all logs that a case would take, and the lines behind it: for choosing the time range before
// anything is collected. Reads, and writes nothing. Runs in the engine's process.
import type { Result } from '#shared/ipc/result.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import type { IncidentLine } from '#shared/schema/incident.ts';
import type { LogSurvey, TroubleLines } from '#shared/schema/log-survey.ts';
import { folderOf } from './collectors/collector-folder.ts';
import { lookAtMachine } from './collectors/look-at-machine.ts';
import { collectors } from './collectors/registry.ts';
import type { EngineContext } from './engine-context.ts';
import { countTrouble } from './incident/count-trouble.ts';
import { incidentLine } from './incident/incident-line.ts';
import { type IncidentLog, incidentLogs } from './incident/incident-log.ts';
import type { TimeWindow } from './incident/incident-scope.ts';
import { logEntries } from './incident/log-entries.ts';
import { mergeEntries } from './incident/merge-entries.ts';
import { surveyLogs } from './incident/survey-logs.ts';
import { troubleSeries } from './incident/trouble-series.ts';
import { findTrouble } from './incident/trouble-signs.ts';
import { LocalMoments } from './local-moments.ts';
import { LogClock } from './logs/log-clock.ts';
import { asResult } from './trouble.ts';

const LOG_COLLECTOR = 'commvault.logs';
/** The newest logs are looked through for so long; what is left then is said to be left. */
const SURVEY_MS = 20_000;
const LINES_MS = 10_000;
const MAX_LINES = 200;
const MAX_LINE_CHARACTERS = 2_000;

/** @param request whose time range and size limit do not matter: the survey is there to choose them. */
export function surveyCaseLogs(
  request: PartialCaseRequest,
  context: EngineContext,
): Promise<Result<LogSurvey>> {
  return asResult(context.signal, async () => {
    const { host, signal } = context;
    const logs = await logsOfCase(request, context);
    const clock = new LogClock(host.timeZone);
    const goesOn = within(SURVEY_MS);
    const components = new Map<
      string,
      { instance: string; component: string; counts: Map<number, number> }
    >();
    let looked = 0;
    for (const log of logs) {
      signal.throwIfAborted();
      if (!goesOn()) break;
      const counts = await countTrouble(host, log, clock, signal);
      looked += 1;
      const { instance, component } = log;
      const key = `${instance}/${component}`.toLowerCase();
      const known = components.get(key) ?? { instance, component, counts: new Map() };
      for (const [minute, count] of counts) known.counts.set(minute, (known.counts.get(minute) ?? 0) + count);
      components.set(key, known);
    }
    const troubled = [...components.values()].filter(({ counts }) => counts.size > 0);
    const series = troubleSeries(troubled, undefined, new LocalMoments(host.timeZone));
    return { ...(series === undefined ? {} : { series }), logs: logs.length, looked };
  });
}

/** The lines that tell of trouble in this time, in the order of time. */
export function readTroubleLines(
  request: PartialCaseRequest,
  window: TimeWindow,
  context: EngineContext,
): Promise<Result<TroubleLines>> {
  return asResult(context.signal, async () => {
    const { host, signal } = context;
    const clock = new LogClock(host.timeZone);
    const times = new LocalMoments(host.timeZone);
    const goesOn = within(LINES_MS);
    const logs = await logsOfCase(request, context);
    const scope = { basis: 'occurred-at', focus: window.from, window } as const;
    const { surveys, wanted, incomplete } = await surveyLogs(logs, scope, { host, clock, signal, goesOn });
    const lines: IncidentLine[] = [];
    const lanes = surveys.map((survey) => logEntries(host, survey, wanted, clock, signal));
    for await (const entry of mergeEntries(lanes)) {
      signal.throwIfAborted();
      if (lines.length === MAX_LINES || !goesOn()) return { lines, cut: true };
      if (findTrouble(entry.message) !== undefined)
        lines.push(incidentLine(entry, times, MAX_LINE_CHARACTERS));
    }
    return { lines, cut: incomplete };
  });
}

/** The newest first. */
async function logsOfCase(request: PartialCaseRequest, context: EngineContext): Promise<IncidentLog[]> {
  const { maxSizeBytes: _, ...rest } = request;
  const all = { ...rest, window: {}, skip: [], only: ['commvault.instances', LOG_COLLECTOR] };
  const { looks } = await lookAtMachine(collectors, all, context);
  const look = looks.find(({ collector }) => collector.id === LOG_COLLECTOR);
  if (look === undefined) return [];
  return incidentLogs(look.findings.sources ?? [], folderOf(look.collector)).logs;
}

/** @returns whether there is time for more. */
function within(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() < end;
}
