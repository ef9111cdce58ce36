// Whether a log can hold lines of a time at all, told without reading it through. In doubt it can.
// Runs in the engine's process.
import type { Host } from '../host/host.ts';
import type { LogClock } from '../logs/log-clock.ts';
import { readLogSpan } from '../logs/log-span.ts';
import type { IncidentLog } from './incident-log.ts';
import type { TimeWindow } from './incident-scope.ts';

const DAY_MS = 86_400_000;
/** Threads print a little out of order. */
const LATE_MS = 10 * 60_000;
/** A smaller log may be a quiet one that reaches back years, more than its two ends can tell. */
const BUSY_BYTES = 1024 ** 2;

export async function mayTouch(
  host: Host,
  log: IncidentLog,
  window: TimeWindow,
  clock: LogClock,
): Promise<boolean> {
  if (log.log.compression !== undefined) return log.modifiedAt.getTime() + DAY_MS >= window.from;
  const span = await readLogSpan(host, log, clock);
  if (span === undefined || span.to + LATE_MS < window.from) return false;
  return span.from - LATE_MS <= window.to || log.sizeBytes < BUSY_BYTES;
}
