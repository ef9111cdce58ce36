// Lets progress through at most ten times a second, and always the newest state. Runs in the engine's process.
import type { Progress } from '#shared/schema/progress.ts';

const INTERVAL_MS = 100;

/** @returns `report` to feed, and `stop`, after which nothing is sent any more */
export function throttleProgress(send: (progress: Progress) => void): {
  report(progress: Progress): void;
  stop(): void;
} {
  let waiting: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tick = () => {
    timer = undefined;
    if (waiting === undefined) return;
    send(waiting);
    waiting = undefined;
    timer = setTimeout(tick, INTERVAL_MS);
  };
  return {
    report(progress) {
      waiting = progress;
      if (timer === undefined) tick();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
    },
  };
}
