// Reads the entries of a packet back in several threads, which inflate, hash and search at the same time. What came of them
// is told in any order. Runs in the engine's process.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Leak, SealCheck } from '../seal/seal-check.ts';
import { startThread } from '../start-thread.ts';
import type { EntryReader, EntryToRead } from './entry-reader.ts';
import type { PackedRange } from './read-entry.ts';
import type { Batch, FromThread, ReadingWork, ThreadEntry } from './reading-thread.ts';

/** Each costs some 80 MiB, and has large files inflated in Node's thread pool. */
const MAX_THREADS = 2;
/** Entries go to a thread together until they have so many bytes, or are so many. */
const BATCH_BYTES = 4 * 1024 ** 2;
const BATCH_ENTRIES = 200;
/** A thread has one batch to read and one that waits. */
const MAX_BATCHES = 2;

interface Thread {
  readonly worker: Worker;
  batches: number;
}

/** A batch on its way. */
interface Sent {
  readonly thread: Thread;
  readonly entries: readonly EntryToRead[];
  /** Bytes of each entry that were told already. */
  readonly told: number[];
}

export class ThreadedReader implements EntryReader {
  readonly #threads: readonly Thread[];
  readonly #seal: SealCheck | undefined;
  readonly #signal: AbortSignal;
  readonly #onAbort: () => void;
  readonly #sent = new Map<number, Sent>();
  readonly #leaks = new Map<number, readonly Leak[]>();
  #gathered: (EntryToRead & { readonly packed: PackedRange })[] = [];
  #gatheredBytes = 0;
  #lastBatch = 0;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  private constructor(workers: readonly Worker[], signal: AbortSignal, seal: SealCheck | undefined) {
    this.#threads = workers.map((worker) => ({ worker, batches: 0 }));
    this.#seal = seal;
    this.#signal = signal;
    this.#onAbort = () => this.#fail(signal.reason);
    signal.addEventListener('abort', this.#onAbort);
    for (const { worker } of this.#threads) {
      worker.on('message', (message: FromThread) => this.#hear(message));
      worker.on('error', (error) => this.#fail(error));
    }
  }

  /**
   * @param threadFile what a thread of this program begins with.
   * @param path of a plain packet.
   * @returns undefined where threads would not help or cannot be started.
   */
  static async start(
    threadFile: URL,
    path: string,
    signal: AbortSignal,
    seal?: SealCheck,
  ): Promise<ThreadedReader | undefined> {
    const count = Math.min(MAX_THREADS, availableParallelism());
    if (count < 2) return undefined;
    const work: ReadingWork = { part: 'reading', path, ...(seal && { seal: seal.forThreads() }) };
    const workers = await Promise.all(Array.from({ length: count }, () => startThread(threadFile, work)));
    const running = workers.filter((worker) => worker !== undefined);
    if (running.length === count) return new ThreadedReader(running, signal, seal);
    await Promise.all(running.map((worker) => worker.terminate()));
    return undefined;
  }

  async take(entry: EntryToRead): Promise<void> {
    this.#check();
    const { packed } = entry.item;
    if (packed === undefined || entry.item.bytes !== entry.bytes) {
      entry.onHash(undefined);
      return;
    }
    this.#gathered.push({ ...entry, packed });
    this.#gatheredBytes += entry.bytes;
    if (this.#gatheredBytes >= BATCH_BYTES || this.#gathered.length === BATCH_ENTRIES) await this.#send();
  }

  async finish(): Promise<void> {
    if (this.#gathered.length > 0) await this.#send();
    while (this.#sent.size > 0) await this.#change();
    this.#check();
    for (const batch of [...this.#leaks.keys()].sort((one, other) => one - other)) {
      this.#seal?.leaks.push(...(this.#leaks.get(batch) ?? []));
    }
  }

  async close(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#onAbort);
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  async #send(): Promise<void> {
    const free = () => this.#threads.filter(({ batches }) => batches < MAX_BATCHES);
    while (free().length === 0) await this.#change();
    this.#check();
    const thread = free().reduce((one, other) => (other.batches < one.batches ? other : one));
    const entries = this.#gathered;
    this.#gathered = [];
    this.#gatheredBytes = 0;
    this.#lastBatch += 1;
    thread.batches += 1;
    this.#sent.set(this.#lastBatch, { thread, entries, told: entries.map(() => 0) });
    const given: ThreadEntry[] = entries.map(({ item, bytes, packed }) => ({
      path: item.path,
      bytes,
      packed,
    }));
    thread.worker.postMessage({ batch: this.#lastBatch, entries: given } satisfies Batch);
  }

  #hear(message: FromThread): void {
    if (message.type === 'ready') return;
    const sent = this.#sent.get(message.batch);
    if (sent === undefined || this.#failure !== undefined) return;
    if (message.type === 'read') {
      sent.told[message.entry] = (sent.told[message.entry] ?? 0) + message.bytes;
      sent.entries[message.entry]?.onChunk(message.bytes);
      return;
    }
    this.#sent.delete(message.batch);
    sent.thread.batches -= 1;
    if (message.leaks.length > 0) this.#leaks.set(message.batch, message.leaks);
    for (const [at, { bytes, onChunk, onHash }] of sent.entries.entries()) {
      onChunk(bytes - (sent.told[at] ?? 0));
      onHash(message.hashes[at]);
    }
    this.#wake();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Resolves when a batch is done. */
  async #change(): Promise<void> {
    this.#check();
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#check();
  }
}
