import { describe, expect, it } from 'vitest';
import {
  noProgress,
  type ProgressTrack,
  remainingMs,
  trackProgress,
} from '#renderer/state/progress-track.ts';
import type { Progress } from '#shared/schema/progress.ts';

const MB = 1024 ** 2;
const at = (doneBytes: number, stage: Progress['stage'] = 'collect'): Progress => ({
  stage,
  doneBytes,
  totalBytes: 100 * MB,
  doneFiles: 0,
  totalFiles: 1,
});
const run = (steps: readonly [atMs: number, progress: Progress][]): ProgressTrack =>
  steps.reduce((track, [atMs, progress]) => trackProgress(track, progress, atMs), noProgress);

describe('remainingMs', () => {
  it('is unknown before there is a pace', () => {
    expect(remainingMs(noProgress)).toBeUndefined();
    expect(remainingMs(run([[0, at(0)]]))).toBeUndefined();
    expect(
      remainingMs(
        run([
          [0, at(0)],
          [5000, at(0)],
        ]),
      ),
    ).toBeUndefined();
  });

  it('follows the pace', () => {
    expect(
      remainingMs(
        run([
          [0, at(0)],
          [1000, at(10 * MB)],
          [2000, at(20 * MB)],
        ]),
      ),
    ).toBeCloseTo(8000);
  });

  it('forgets an old pace', () => {
    const fast = Array.from({ length: 10 }, (_, i): [number, Progress] => [i * 1000, at(i * 5 * MB)]);
    const slow = Array.from({ length: 30 }, (_, i): [number, Progress] => [
      10_000 + i * 1000,
      at(50 * MB + i * MB),
    ]);
    const left = remainingMs(run([...fast, ...slow])) ?? 0;
    expect(left / 1000).toBeGreaterThan(19);
    expect(left / 1000).toBeLessThan(23);
  });

  it('starts again with every stage', () => {
    const track = run([
      [0, at(0)],
      [2000, at(50 * MB)],
      [2100, at(0, 'pack')],
    ]);
    expect(remainingMs(track)).toBeUndefined();
    expect(track.current?.stage).toBe('pack');
  });
});

describe('trackProgress', () => {
  it('shows the newest state and keeps few samples', () => {
    const track = run(Array.from({ length: 5000 }, (_, i): [number, Progress] => [i * 10, at(i)]));
    expect(track.current?.doneBytes).toBe(4999);
    expect(track.samples.length).toBeLessThan(40);
  });
});

describe('bytes by collector', () => {
  it('belong to whoever reports, and begin anew with the next stage', () => {
    const at = (collector: string, doneBytes: number, stage: 'collect' | 'pack' = 'collect') => ({
      ...{ stage, collector, doneBytes },
      ...{ totalBytes: 100, doneFiles: 0, totalFiles: 1 },
    });
    let track = trackProgress(noProgress, at('os.release', 10), 0);
    track = trackProgress(track, at('commvault.logs', 10), 1);
    track = trackProgress(track, at('commvault.logs', 60), 2);
    expect(track.byCollector).toEqual({ 'os.release': 10, 'commvault.logs': 50 });
    expect(trackProgress(track, at('x', 5, 'pack'), 3).byCollector).toEqual({});
  });
});
