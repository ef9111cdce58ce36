// Ctrl-C, termination and a closed terminal end a run in order: the engine stops and cleans up. Runs in the command line's
// process.
import { EXIT_CANCELLED } from './exit-codes.ts';

/** npx passes the terminal's Ctrl-C on to a process that already got it: that is not a second one. */
const SAME_KEY_MS = 500;

/** @returns aborted by the first signal; a second Ctrl-C ends the process at once, clean or not. */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  let interruptedAtMs: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      const nowMs = performance.now();
      if (name === 'SIGINT') {
        if (interruptedAtMs !== undefined && nowMs - interruptedAtMs > SAME_KEY_MS)
          process.exit(EXIT_CANCELLED);
        interruptedAtMs ??= nowMs;
      }
      controller.abort();
    });
  }
  return controller.signal;
}
