// Starts a thread of the engine. Runs in the engine's process.
import { Worker } from 'node:worker_threads';
import type { OpeningWork } from './host/opening-thread.ts';
import type { PackingWork } from './packet/packing-thread.ts';
import type { ReadingWork } from './packet/reading-thread.ts';
import type { RedactingWork } from './redaction/redaction-thread.ts';

export type ThreadWork = OpeningWork | ReadingWork | PackingWork | RedactingWork;

/** Small: what a thread lets go is collected soon, and with it the buffers of what it read. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 4 };
/** Rules look at millions of short strings. */
const REDACTING_MEMORY = { maxYoungGenerationSizeMb: 32 };

/**
 * @param threadFile what a thread of this program begins with.
 * @returns undefined where the thread does not come to life.
 */
export function startThread(threadFile: URL, work: ThreadWork): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const resourceLimits = work.part === 'redacting' ? REDACTING_MEMORY : THREAD_MEMORY;
      const worker = new Worker(threadFile, { workerData: work, resourceLimits });
      worker.once('message', () => resolve(worker));
      worker.once('error', () => resolve(undefined));
      worker.once('exit', () => resolve(undefined));
    } catch {
      resolve(undefined);
    }
  });
}
