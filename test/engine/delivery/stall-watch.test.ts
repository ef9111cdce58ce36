// Tests of electron/engine/delivery/stall-watch.ts. Runs in vitest.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StallWatch } from '#engine/delivery/stall-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('StallWatch', () => {
  it('tells once that nothing moved for so long, counted from the last move', () => {
    const stalled: string[] = [];
    const watch = new StallWatch(1000, ({ reason, detail }) => stalled.push(`${reason} ${detail}`));
    vi.advanceTimersByTime(900);
    watch.moved(2000);
    vi.advanceTimersByTime(1900);
    expect(stalled).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(stalled).toEqual(['stalled 2 s']);
  });

  it.each(['stopped', 'fired'])('%s, it waits for nothing any more, whatever still moves', (how) => {
    const stalled: unknown[] = [];
    const watch = new StallWatch(1000, (failure) => stalled.push(failure));
    if (how === 'stopped') watch.stop();
    else vi.advanceTimersByTime(1000);
    const before = stalled.length;
    watch.moved();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(5000);
    expect(stalled).toHaveLength(before);
  });
});
