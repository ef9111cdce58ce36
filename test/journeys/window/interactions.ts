// How long the window takes to show what an interaction did, as the browser itself measures it (event timing, from the
// input to the next paint). Runs in vitest.
import { availableParallelism, loadavg } from 'node:os';
import type { Page } from 'playwright-core';

interface Watching {
  slowestMs: number;
}

/** From now on. Durations are multiples of 8 ms; shorter ones than 16 count as 0. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watching: Watching = { slowestMs: 0 };
    Object.assign(globalThis, { watching });
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries())
        watching.slowestMs = Math.max(watching.slowestMs, duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

export async function forgetInteractions(page: Page): Promise<void> {
  await slowestInteraction(page);
  await page.evaluate(() => {
    (globalThis as unknown as { watching: Watching }).watching.slowestMs = 0;
  });
}

/** @returns milliseconds of the slowest one since they were forgotten */
export async function slowestInteraction(page: Page): Promise<number> {
  // Entries come some frames after what they tell of.
  await page.waitForTimeout(300);
  return page.evaluate(() => (globalThis as unknown as { watching: Watching }).watching.slowestMs);
}

/** Whether other programs keep this machine's cores busy: then times say more of them than of ours. */
export function isBusy(): boolean {
  return (loadavg()[0] ?? 0) > availableParallelism() / 2;
}
