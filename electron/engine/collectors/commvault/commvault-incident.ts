// The incident: one time line out of all logs around the time or the job that the user named, its first trouble lines,
// codes and minutes. Looking costs nothing; the logs are read while collecting. Runs in the engine's process.
import { incidentLogs } from '../../incident/incident-log.ts';
import { incidentScope } from '../../incident/incident-scope.ts';
import { IncidentTimeLine } from '../../incident/incident-time-line.ts';
import type { Collector, Computed } from '../collector.ts';

const LOGS = 'commvault.logs';
const LOGS_FOLDER = 'collected/commvault/logs';

export const commvaultIncident: Collector = {
  id: 'commvault.incident',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 30_000,
  async look({ request, earlier }) {
    const scope = incidentScope(request);
    if (scope === undefined) return { skipped: 'no-incident' };
    const { logs, unread } = incidentLogs(earlier?.get(LOGS)?.sources ?? [], LOGS_FOLDER);
    if (logs.length === 0) return { skipped: 'no-logs', leftOut: unread };
    const timeLine = new IncidentTimeLine(logs, scope);
    return {
      sources: [
        { kind: 'computed', name: 'timeline.txt', compute: (host, signal) => timeLine.text(host, signal) },
        { kind: 'computed', name: 'incident.json', compute: () => reportOf(timeLine) },
      ],
      leftOut: unread,
    };
  },
};

/** Comes after the time line, which knows it then. */
async function* reportOf({ report, quotes }: IncidentTimeLine): AsyncGenerator<Buffer, Computed> {
  if (report === undefined) return {};
  const { timeZone, logs, lines, linesCut, ...incident } = report;
  yield Buffer.from(`${JSON.stringify({ ...incident, timeZone, linesCut, logs, lines }, null, 1)}\n`);
  const cut = incident.cut ?? (linesCut ? 'around-incident' : undefined);
  return { facts: { incident }, quotes, ...(cut === undefined ? {} : { cut }) };
}
