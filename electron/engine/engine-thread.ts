// Entry of the engine's threads: plays the part that it was started for. Runs in a thread of the engine's process.
import { parentPort, workerData } from 'node:worker_threads';
import { type ReadingWork, readInThread } from './packet/reading-thread.ts';

if (parentPort !== null) readInThread(parentPort, workerData as ReadingWork);
