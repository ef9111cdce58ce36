// macOS: the unified log of the window, and the log files that are left beside it. Runs in the engine's process.
import { Temporal } from 'temporal-polyfill';
import type { Findings, LookContext } from '../collector.ts';
import { systemLogCommand } from './system-logs-command.ts';
import { systemLogFiles } from './system-logs-files.ts';
import { systemLogWindow } from './system-logs-window.ts';

const LOG_FILES = ['system.log', 'install.log'];
/** The unified log holds gigabytes a week: without a window only the hours around the incident, or the last ones. */
const DEFAULT_MS = 6 * 3_600_000;

export async function macosLogs(context: LookContext): Promise<Findings> {
  const { sources, notes, leftOut } = await systemLogFiles(LOG_FILES, systemLogWindow(context), context);
  const { from, to } = shownWindow(context);
  const clock = (moment: number) => macosTime(moment, context.host.timeZone);
  const args = ['show', '--style', 'syslog', '--start', clock(from), '--end', clock(to)];
  const command = { ...systemLogCommand('/usr/bin/log', args), keepNewest: true } as const;
  return {
    sources: [...sources, { kind: 'command', name: 'log-show.txt', command }],
    ...(notes.length > 0 ? { notes } : {}),
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
}

function shownWindow({ host, request }: LookContext): { from: number; to: number } {
  const now = host.now().getTime();
  const { window, occurredAt } = request;
  if (window.from !== undefined || window.to !== undefined) {
    const { from, to = now } = systemLogWindow({ host, request });
    return { from, to };
  }
  if (occurredAt === undefined) return { from: now - DEFAULT_MS, to: now };
  const incident = Date.parse(occurredAt);
  return { from: incident - DEFAULT_MS, to: Math.min(now, incident + DEFAULT_MS) };
}

/** `log` understands the machine's own clock without a zone. */
function macosTime(moment: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  return zoned.toString({ smallestUnit: 'second', offset: 'never', timeZoneName: 'never' }).replace('T', ' ');
}
