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
}

export const noProgress: ProgressTrack = { current: undefined, samples: [] };

/** @param atMs a monotonic clock's reading */
export function trackProgress(track: ProgressTrack, current: Progress, atMs: number): ProgressTrack {
  const sample = { atMs, doneBytes: current.doneBytes };
  if (track.current?.stage !== current.stage) return { current, samples: [sample] };
  const last = track.samples.at(-1);
  if (last !== undefined && atMs - last.atMs < SAMPLE_GAP_MS) return { ...track, current };
  const recent = track.samples.filter((old) => atMs - old.atMs <= WINDOW_MS);
  return { current, samples: [...recent, sample] };
}

/** @returns milliseconds to the end of the stage at the pace of the last seconds; undefined while unknown */
export function remainingMs({ current, samples }: ProgressTrack): number | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (current === undefined || first === undefined || last === undefined) return undefined;
  const elapsedMs = last.atMs - first.atMs;
  const movedBytes = last.doneBytes - first.doneBytes;
  if (elapsedMs < FIRST_ESTIMATE_MS || movedBytes <= 0) return undefined;
  return ((current.totalBytes - current.doneBytes) * elapsedMs) / movedBytes;
}
