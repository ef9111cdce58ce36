// Has files hashed, deflated and written by a thread, while this one reads and redacts the next. Runs in the engine's process.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { isOwn, ownCopyOf } from '../own-memory.ts';
import { startThread } from '../start-thread.ts';
import { GatheredFiles } from './gathered-files.ts';
import { heardChunks } from './heard-chunks.ts';
import type { FilePacking, Packed } from './packed-files.ts';
import type { FromPacking, ToPacking } from './packing-thread.ts';

/** Up to this size whole files go to the thread together. */
const SMALL_BYTES = 256 * 1024;
/** Larger ones go in blocks of this size: a message costs more than handing over some chunks. */
const BLOCK_BYTES = 1024 ** 2;
/** So much may be on its way to the thread. */
const MAX_WAITING_BYTES = 4 * 1024 ** 2;

interface Waiting<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

export class ThreadedPacking implements FilePacking {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  /** In the order in which the thread answers. */
  readonly #files: Waiting<Packed>[] = [];
  readonly #steps: Waiting<number>[] = [];
  readonly #small: GatheredFiles;
  #waitingBytes = 0;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#small = new GatheredFiles((files) =>
      worker.postMessage({ type: 'files', ...files } satisfies ToPacking, [files.bytes.buffer]),
    );
    worker.on('message', (message: FromPacking) => this.#hear(message));
    worker.on('error', (error) => this.#fail(error));
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#fail(new Error('the packing thread ended'));
        resolve();
      });
    });
  }

  /**
   * @param threadFile what a thread of this program begins with.
   * @param path of the spool's file, which is empty and written by nobody else.
   * @returns undefined where a thread would not help or cannot be started.
   */
  static async start(threadFile: URL, path: string): Promise<ThreadedPacking | undefined> {
    if (availableParallelism() < 2) return undefined;
    const worker = await startThread(threadFile, { part: 'packing', path });
    return worker && new ThreadedPacking(worker);
  }

  async take(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly packed: Promise<Packed> }> {
    let parts: Buffer[] = [];
    let bytes = 0;
    let isBegun = false;
    try {
      for await (const chunk of heardChunks(chunks, onChunk, signal)) {
        if (bytes > 0 && bytes + chunk.length > BLOCK_BYTES) {
          await this.#makeRoom(bytes);
          this.#send(parts, false);
          isBegun = true;
          parts = [];
          bytes = 0;
        }
        parts.push(chunk);
        bytes += chunk.length;
      }
      await this.#makeRoom(bytes);
      if (isBegun || bytes > SMALL_BYTES) this.#send(parts, true);
      else this.#small.add(parts, bytes);
    } catch (error) {
      if (isBegun) this.#post({ type: 'give-up' });
      throw error;
    }
    const packed = this.#answer(this.#files).finally(() => this.#taken(bytes));
    // A caller that was cancelled meanwhile does not ask for it any more.
    packed.catch(() => undefined);
    return { packed };
  }

  async drop(): Promise<void> {
    await this.#step({ type: 'drop' });
  }

  finish(): Promise<number> {
    return this.#step({ type: 'finish' });
  }

  async close(): Promise<void> {
    this.#small.drop();
    this.#post({ type: 'close' });
    await this.#ended;
  }

  async #makeRoom(bytes: number): Promise<void> {
    while (this.#waitingBytes >= MAX_WAITING_BYTES) {
      this.#check();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#check();
    this.#waitingBytes += bytes;
  }

  #send(parts: readonly Buffer[], last: boolean): void {
    // Others may hold the memory of what is not marked.
    const sent = parts.map((part) => (isOwn(part) ? part : ownCopyOf(part)));
    this.#post(
      { type: 'block', parts: sent, last },
      sent.map(({ buffer }) => buffer),
    );
  }

  #taken(bytes: number): void {
    this.#waitingBytes -= bytes;
    this.#wake();
  }

  #step(message: ToPacking): Promise<number> {
    this.#post(message);
    return this.#answer(this.#steps);
  }

  #answer<Value>(waiting: Waiting<Value>[]): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (this.#failure === undefined) waiting.push({ resolve, reject });
      else reject(this.#failure.error);
    });
  }

  #post(message: ToPacking, transferred: ArrayBuffer[] = []): void {
    this.#small.flush();
    this.#worker.postMessage(message, transferred);
  }

  #hear(message: FromPacking): void {
    if (message.type === 'taken') this.#taken(message.bytes);
    else if (message.type === 'packed') {
      for (const packed of message.packed) this.#files.shift()?.resolve(packed);
    } else if (message.type === 'done') {
      this.#steps.shift()?.resolve(message.sizeBytes);
    } else if (message.type === 'failed') this.#fail(Object.assign(new Error(), message.error));
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#small.drop();
    for (const { reject } of [...this.#files.splice(0), ...this.#steps.splice(0)]) reject(error);
    this.#wake();
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
