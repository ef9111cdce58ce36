// Entry of the engine's threads: plays the part that it was started for. Runs in a thread of the engine's process.
import { parentPort, workerData } from 'node:worker_threads';
import { type PackingWork, packInThread } from './packet/packing-thread.ts';
import { type ReadingWork, readInThread } from './packet/reading-thread.ts';

const work = workerData as ReadingWork | PackingWork;
if (parentPort !== null) {
  if (work.part === 'reading') readInThread(parentPort, work);
  else void packInThread(parentPort, work);
}
