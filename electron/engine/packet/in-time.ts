// The time that one step at a file may take. Runs in the engine's process.
import { startAwakeTimer } from './awake-timer.ts';

/** A step that takes longer while this process runs hangs: a dead share, a sick disk. */
const STALL_MS = 30_000;

/** @returns what comes of it, or `time-limit` where it hangs. Rejects when cancelled, however long it hangs. */
export async function inTime<Value>(
  step: Promise<Value>,
  signal: AbortSignal,
): Promise<Value | 'time-limit'> {
  signal.throwIfAborted();
  let giveUp: () => void = () => undefined;
  const given = new Promise<'time-limit'>((resolve, reject) => {
    const stop = startAwakeTimer(STALL_MS, () => resolve('time-limit'));
    const cancel = () => reject(signal.reason);
    signal.addEventListener('abort', cancel);
    giveUp = () => {
      stop();
      signal.removeEventListener('abort', cancel);
    };
  });
  try {
    return await Promise.race([step, given]);
  } finally {
    giveUp();
  }
}
