// A time limit that does not run while this process stands still: a laptop that slept, a virtual machine that was paused, a
// process that was stopped. Runs in the engine's process.

/** Short to what is waited for, and the most that one standstill counts. */
const STEP_MS = 1_000;

/**
 * @param ms of this process's own time after which `onTime` is called once.
 * @returns what stops it.
 */
export function startAwakeTimer(ms: number, onTime: () => void, stepMs = STEP_MS): () => void {
  let steps = 0;
  // However long it stood still, an interval comes only once for it.
  const timer = setInterval(() => {
    steps += 1;
    if (steps * stepMs < ms) return;
    clearInterval(timer);
    onTime();
  }, stepMs);
  return () => clearInterval(timer);
}
