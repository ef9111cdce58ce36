// The bars of the chart of errors, and the moments they stand for. Pure. Runs in the window.
import type { IncidentSeries } from '#shared/schema/incident.ts';

const MINUTE_MS = 60_000;

/** @returns trouble lines of all components by bar */
export function totalCounts({ rows }: IncidentSeries): number[] {
  const bars = Math.max(1, ...rows.map(({ counts }) => counts.length));
  return Array.from({ length: bars }, (_, bar) =>
    rows.reduce((sum, { counts }) => sum + (counts[bar] ?? 0), 0),
  );
}

/** @returns the moment at which a bar begins; the one behind the last bar is the end of the chart */
export function barStart({ from, bucketMinutes }: IncidentSeries, bar: number): Date {
  return new Date(Date.parse(from) + bar * bucketMinutes * MINUTE_MS);
}

/**
 * @param typed as a datetime-local input gives it
 * @returns the bar it falls into, from 0 to behind the last one; undefined where it is no time
 */
export function barOf(series: IncidentSeries, typed: string): number | undefined {
  const moment = Date.parse(typed);
  if (Number.isNaN(moment)) return undefined;
  const bar = Math.floor((moment - Date.parse(series.from)) / (series.bucketMinutes * MINUTE_MS));
  return Math.max(0, Math.min(totalCounts(series).length, bar));
}
