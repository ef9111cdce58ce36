// Entry of the engine's threads: plays the part that it was started for, and loads nothing of the others. Runs in a thread of the
// engine's process.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadWork } from './start-thread.ts';

const work = workerData as ThreadWork;
if (parentPort !== null) {
  if (work.part === 'reading') {
    const { readInThread } = await import('./packet/reading-thread.ts');
    readInThread(parentPort, work);
  } else if (work.part === 'opening') {
    const { openInThread } = await import('./host/opening-thread.ts');
    openInThread(parentPort);
  } else if (work.part === 'redacting') {
    const { redactInThread } = await import('./redaction/redaction-thread.ts');
    redactInThread(parentPort, work);
  } else {
    const { packInThread } = await import('./packet/packing-thread.ts');
    await packInThread(parentPort, work);
  }
}
