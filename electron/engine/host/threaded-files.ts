// Has many small files opened and read by a thread, which waits for the disk while this one works on. Runs in the engine's
// process.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../start-thread.ts';
import type { FilePlace, WholeFileReader, WholeFiles } from './host.ts';
import type { FromOpening } from './opening-thread.ts';

export class ThreadedFiles implements WholeFileReader {
  readonly #worker: Worker;
  readonly #locate: (path: string) => string;
  /** In the order in which the thread answers. */
  readonly #asked: { resolve(answer: WholeFiles): void; reject(error: unknown): void }[] = [];
  #failure: { readonly error: unknown } | undefined;

  private constructor(worker: Worker, locate: (path: string) => string) {
    this.#worker = worker;
    this.#locate = locate;
    worker.on('message', (message: FromOpening) => this.#hear(message));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the opening thread ended')));
  }

  /**
   * @param threadFile what a thread of this program begins with.
   * @param locate where a path of the host lies on this machine.
   * @returns undefined where a thread would not help or cannot be started.
   */
  static async start(threadFile: URL, locate: (path: string) => string): Promise<ThreadedFiles | undefined> {
    if (availableParallelism() < 2) return undefined;
    const worker = await startThread(threadFile, { part: 'opening' });
    return worker && new ThreadedFiles(worker, locate);
  }

  read(files: readonly FilePlace[]): Promise<WholeFiles> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure.error);
      this.#asked.push({ resolve, reject });
      const located: FilePlace[] = files.map(({ path, within, sizeBytes }) => ({
        ...{ path: this.#locate(path), within, sizeBytes },
      }));
      this.#worker.postMessage(located);
    });
  }

  close(): void {
    this.#fail(new Error('the opening thread was ended'));
    this.#worker.unref();
    void this.#worker.terminate();
  }

  #hear(message: FromOpening): void {
    if (message.type === 'ready') return;
    const { buffer } = message.bytes;
    const files = message.files.map((file) => {
      if (file === undefined || 'trouble' in file) return file;
      const { from, lengthBytes, ...rest } = file;
      return { ...rest, bytes: Buffer.from(buffer, from, lengthBytes) };
    });
    this.#asked.shift()?.resolve({ files, tookMs: message.tookMs });
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const { reject } of this.#asked.splice(0)) reject(error);
  }
}
