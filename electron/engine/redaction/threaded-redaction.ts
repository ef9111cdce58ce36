// Has parts of texts redacted by threads before their turn comes. What they cannot decide alone stays with the case, whose result
// is the same with and without them. Runs in the engine's process.
import type { Worker } from 'node:worker_threads';
import { ownCopyOf } from '../own-memory.ts';
import { startThread } from '../start-thread.ts';
import type { FromRedacting, SentSegment } from './redaction-thread.ts';
import type { Redactor } from './redactor.ts';
import type { DoneSegment } from './text-redaction.ts';

/** Handing over less costs as much as doing it. */
const WORTH_BYTES = 32 * 1024;
/** So many parts more that came back in vain than in use: the texts are full of new names, and threads only cost. */
const MOST_IN_VAIN = 16;
/** So many parts are done without threads then. */
const PAUSE = 64;

interface RedactingThread {
  readonly worker: Worker;
  /** In the order in which the thread answers. */
  readonly waiting: ((segment: DoneSegment | undefined) => void)[];
  standIns: number;
  names: number;
}

export class ThreadedRedaction {
  readonly #redactor: Redactor;
  readonly #threads: RedactingThread[];
  readonly #segments = new WeakMap<Buffer, Promise<DoneSegment | undefined>>();
  #turn = 0;
  #inVain = 0;
  #pause = 0;

  private constructor(redactor: Redactor, workers: readonly Worker[]) {
    this.#redactor = redactor;
    this.#threads = workers.map((worker) => ({ worker, waiting: [], standIns: 0, names: 0 }));
    for (const thread of this.#threads) {
      thread.worker.on('message', (message: FromRedacting) => {
        if (message.type === 'done') thread.waiting.shift()?.(message.segment);
      });
      thread.worker.on('error', () => this.#lose(thread));
      thread.worker.on('exit', () => this.#lose(thread));
    }
  }

  /**
   * @param threadFile what a thread of this program begins with. @param redactor of the case. @param count of threads.
   * @returns undefined where none can be started.
   */
  static async start(
    threadFile: URL,
    redactor: Redactor,
    count: number,
  ): Promise<ThreadedRedaction | undefined> {
    const work = { part: 'redacting', level: redactor.level } as const;
    const workers = await Promise.all(Array.from({ length: count }, () => startThread(threadFile, work)));
    const running = workers.filter((worker) => worker !== undefined);
    return running.length === 0 ? undefined : new ThreadedRedaction(redactor, running);
  }

  /**
   * Gives a part of a text to a thread, where it is whole lines and large enough. The case keeps its share: it would wait
   * meanwhile, and has learned its rules' code anyway.
   * @param segment is kept as it is.
   */
  offer(segment: Buffer): void {
    const isWorth = segment.length >= WORTH_BYTES && segment[segment.length - 1] === 0x0a;
    if (!isWorth || this.#threads.length === 0) return;
    this.#turn = (this.#turn + 1) % (this.#threads.length + 1);
    if (this.#turn === 0) return;
    if (this.#pause > 0) {
      this.#pause -= 1;
      return;
    }
    const thread = this.#threads.reduce((one, other) =>
      other.waiting.length < one.waiting.length ? other : one,
    );
    const news = this.#redactor.newsSince(thread.standIns, thread.names);
    thread.standIns += news.standIns.length;
    thread.names += news.names.length;
    const bytes = ownCopyOf(segment);
    thread.worker.postMessage({ bytes, news } satisfies SentSegment, [bytes.buffer]);
    this.#segments.set(segment, new Promise((resolve) => thread.waiting.push(resolve)));
  }

  /** @returns what a thread made of it, where it was offered and nothing was learned meanwhile. */
  async done(segment: Buffer): Promise<DoneSegment | undefined> {
    const waiting = this.#segments.get(segment);
    if (waiting === undefined) return undefined;
    const done = await waiting;
    const inUse = done?.names === this.#redactor.learned;
    this.#inVain = Math.max(0, this.#inVain + (inUse ? -1 : 1));
    if (this.#inVain > MOST_IN_VAIN) {
      this.#inVain = 0;
      this.#pause = PAUSE;
    }
    return inUse ? done : undefined;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  /** What it had is done by the case. */
  #lose(thread: RedactingThread): void {
    const at = this.#threads.indexOf(thread);
    if (at >= 0) this.#threads.splice(at, 1);
    for (const resolve of thread.waiting.splice(0)) resolve(undefined);
  }
}
