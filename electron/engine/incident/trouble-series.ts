// Trouble over time for the chart: one row a component, in minutes or, over longer times, in more of them at once.
// Runs in the engine's process.
import type { IncidentSeries } from '#shared/schema/incident.ts';
import type { LocalMoments } from '../local-moments.ts';

const MINUTE_MS = 60_000;
const MAX_BUCKETS = 120;
const MAX_ROWS = 12;

export interface ComponentMinutes {
  readonly instance: string;
  readonly component: string;
  /** Trouble lines by minute since 1970. */
  readonly counts: Map<number, number>;
}

/** @returns rows with the most trouble first; undefined where there is none. */
export function troubleSeries(
  components: readonly ComponentMinutes[],
  window: { readonly from: number; readonly to: number } | undefined,
  times: LocalMoments,
): IncidentSeries | undefined {
  const minutes = components.flatMap(({ counts }) => [...counts.keys()]);
  if (minutes.length === 0) return undefined;
  if (window !== undefined) {
    minutes.push(Math.floor(window.from / MINUTE_MS), Math.ceil(window.to / MINUTE_MS) - 1);
  }
  const first = minutes.reduce((least, minute) => Math.min(least, minute));
  const last = minutes.reduce((most, minute) => Math.max(most, minute));
  const bucketMinutes = Math.ceil((last - first + 1) / MAX_BUCKETS);
  const buckets = Math.ceil((last - first + 1) / bucketMinutes);
  const rows = components.map(({ instance, component, counts }) => {
    const row = { instance, component, total: 0, counts: Array.from({ length: buckets }, () => 0) };
    for (const [minute, count] of counts) {
      const bucket = Math.floor((minute - first) / bucketMinutes);
      row.counts[bucket] = (row.counts[bucket] ?? 0) + count;
      row.total += count;
    }
    return row;
  });
  rows.sort((a, b) => b.total - a.total);
  return {
    from: times.text(first * MINUTE_MS),
    bucketMinutes,
    rows: rows.slice(0, MAX_ROWS),
    moreRows: Math.max(0, rows.length - MAX_ROWS),
  };
}
