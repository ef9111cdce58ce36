// Progress over the last seconds, and the time it leaves. Pure. Runs in the window.
import type { Progress } from '#shared/schema/progress.ts';

const WINDOW_MS = 12_000;
const SAMPLE_GAP_MS = 400;
const FIRST_ESTIMATE_MS = 1_500;

interface Sample {
  readonly atMs: number;
  readonly doneBytes: number;
}

export interface ProgressTrack {
  readonly current: Progress | undefined;
  readonly samples: readonly Sample[];
  /** Bytes that each collector has taken in this stage; those not begun are absent. */
  readonly byCollector: Readonly<Record<string, number>>;
}

export const noProgress: ProgressTrack = { current: undefined, samples: [], byCollector: {} };

/** @param atMs a monotonic clock's reading */
export function trackProgress(track: ProgressTrack, current: Progress, atMs: number): ProgressTrack {
  const sample = { atMs, doneBytes: current.doneBytes };
  const byCollector = takenBy(track, current);
  if (track.current?.stage !== current.stage) return { current, samples: [sample], byCollector };
  const last = track.samples.at(-1);
  if (last !== undefined && atMs - last.atMs < SAMPLE_GAP_MS) return { ...track, current, byCollector };
  const recent = track.samples.filter((old) => atMs - old.atMs <= WINDOW_MS);
  return { current, samples: [...recent, sample], byCollector };
}

/** Looking takes nothing yet. What was read since the last report belongs to the collector that reports now. */
function takenBy(
  track: ProgressTrack,
  { stage, collector, doneBytes }: Progress,
): ProgressTrack['byCollector'] {
  const before = track.current?.stage === stage ? track : { ...noProgress, byCollector: {} };
  if (stage !== 'collect' || collector === undefined) return before.byCollector;
  const taken = before.byCollector[collector] ?? 0;
  const step = Math.max(0, doneBytes - (before.current?.doneBytes ?? 0));
  return { ...before.byCollector, [collector]: taken + step };
}

/** @returns milliseconds to the end of the stage at the pace of the last seconds; undefined while unknown */
export function remainingMs(track: ProgressTrack): number | undefined {
  const { current } = track;
  const pace = bytesPerSecond(track);
  if (current === undefined || pace === undefined) return undefined;
  return (1000 * (current.totalBytes - current.doneBytes)) / pace;
}

/** @returns the pace of the last seconds; undefined while unknown, or while nothing moves */
export function bytesPerSecond({ samples }: ProgressTrack): number | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const elapsedMs = last.atMs - first.atMs;
  const movedBytes = last.doneBytes - first.doneBytes;
  if (elapsedMs < FIRST_ESTIMATE_MS || movedBytes <= 0) return undefined;
  return (1000 * movedBytes) / elapsedMs;
}
