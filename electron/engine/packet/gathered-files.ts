// Small files on their way to another thread, gathered so that one message takes many. Runs in the engine's process.
import { ownCopyOf } from '../own-memory.ts';

/** They go together until they have so many bytes, or the first has waited so long. */
const GATHER_BYTES = 512 * 1024;
const GATHER_MS = 20;

/** Whole files, one behind the other. */
export interface FilesTogether {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
}

export class GatheredFiles {
  readonly #send: (files: FilesTogether) => void;
  #parts: Buffer[] = [];
  #lengths: number[] = [];
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (files: FilesTogether) => void) {
    this.#send = send;
  }

  /** @param parts of one file, one behind the other. */
  add(parts: readonly Buffer[], bytes: number): void {
    this.#parts.push(...parts);
    this.#lengths.push(bytes);
    this.#bytes += bytes;
    if (this.#bytes >= GATHER_BYTES) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /** Sends what there is. */
  flush(): void {
    if (this.#lengths.length > 0) this.#send({ bytes: ownCopyOf(...this.#parts), lengths: this.#lengths });
    this.drop();
  }

  /** Forgets what was not sent. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#parts = [];
    this.#lengths = [];
    this.#bytes = 0;
  }
}
