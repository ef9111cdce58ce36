import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttleProgress } from '#main/throttle-progress.ts';
import type { Progress } from '#shared/schema/progress.ts';

const at = (doneBytes: number): Progress => ({
  stage: 'collect',
  doneBytes,
  totalBytes: 100,
  doneFiles: 0,
  totalFiles: 1,
});

describe('throttleProgress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends the first at once, then only the newest of each tenth of a second', () => {
    const sent: number[] = [];
    const { report, stop } = throttleProgress(({ doneBytes }) => sent.push(doneBytes));
    for (const bytes of [1, 2, 3]) report(at(bytes));
    expect(sent).toEqual([1]);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([1, 3]);
    vi.advanceTimersByTime(500);
    report(at(4));
    expect(sent).toEqual([1, 3, 4]);
    report(at(5));
    stop();
    vi.advanceTimersByTime(500);
    expect(sent).toEqual([1, 3, 4]);
  });
});
