// The writing end of the spool: takes blocks in order, lets a few of them be deflated at the same time, and appends them
// in the order they came. Runs in the engine's process.
import type { FileHandle } from 'node:fs/promises';
import { type Block, deflateBlock } from './deflate-block.ts';

/** Blocks on their way, where nothing else is said: enough to keep the thread pool's four threads at work, and a bound for memory. */
const MAX_BLOCKS = 6;
/** Small blocks are gathered up to this size: one write for many small files. */
const GATHER_BYTES = 512 * 1024;

/** Where a block's deflate lies in the spool. */
export interface Place {
  readonly offset: number;
  readonly packedBytes: number;
}

export class SpoolWriter {
  readonly #file: FileHandle;
  readonly #maxBlocks: number;
  /** Resolves when every step so far is done or dropped; never rejects. */
  #behind: Promise<void> = Promise.resolve();
  #blocks = 0;
  #roomMade: () => void = () => undefined;
  #failure: { readonly error: unknown } | undefined;
  #end = 0;
  #written = 0;
  #gathered: Buffer[] = [];

  /**
   * @param maxBlocks that are deflated at the same time.
   * @param sizeBytes of what is in the file already.
   */
  constructor(file: FileHandle, maxBlocks = MAX_BLOCKS, sizeBytes = 0) {
    this.#file = file;
    this.#maxBlocks = maxBlocks;
    this.#end = sizeBytes;
    this.#written = sizeBytes;
  }

  /** Bytes taken so far, a part of which may still be gathered in memory. */
  get sizeBytes(): number {
    return this.#end;
  }

  /**
   * Takes one block, as soon as there is room for it; one call at a time.
   * @returns where its deflate lies, once that is known. Rejects where an earlier write failed: the spool is of no use then.
   */
  async take(block: Block): Promise<{ readonly placed: Promise<Place> }> {
    while (this.#blocks >= this.#maxBlocks) {
      await new Promise<void>((resolve) => {
        this.#roomMade = resolve;
      });
    }
    if (this.#failure !== undefined) throw this.#failure.error;
    this.#blocks += 1;
    const deflated = deflateBlock(block);
    const placed = this.#after(async () => this.#append(await deflated)).finally(() => {
      this.#blocks -= 1;
      this.#roomMade();
    });
    // Whoever gave up on the file does not ask; the failure itself is told to the next caller.
    for (const promise of [deflated, placed]) promise.catch(() => undefined);
    return { placed };
  }

  /** Resolves when every block taken so far is in the file and can be read back. Rejects where a write failed. */
  async flush(): Promise<void> {
    await this.#after(() => this.#write());
  }

  /** Removes every block from `from` on, which is known once all blocks taken so far are in their places. */
  async drop(from: Promise<number>): Promise<void> {
    await this.#after(async () => {
      const offset = await from;
      await this.#write();
      await this.#file.truncate(offset);
      this.#end = offset;
      this.#written = offset;
    });
  }

  /** Runs a step once all before it are done. After a step that failed every other fails likewise. */
  #after<Value>(step: () => Promise<Value>): Promise<Value> {
    const result = this.#behind.then(async () => {
      if (this.#failure !== undefined) throw this.#failure.error;
      return step();
    });
    this.#behind = result.then(
      () => undefined,
      (error: unknown) => {
        this.#failure ??= { error };
      },
    );
    return result;
  }

  async #append(packed: Buffer): Promise<Place> {
    const place = { offset: this.#end, packedBytes: packed.length };
    this.#gathered.push(packed);
    this.#end += packed.length;
    if (this.#end - this.#written >= GATHER_BYTES) await this.#write();
    return place;
  }

  async #write(): Promise<void> {
    if (this.#gathered.length === 0) return;
    const bytes = this.#gathered.length === 1 ? this.#gathered[0] : Buffer.concat(this.#gathered);
    this.#gathered = [];
    for (let at = 0; bytes !== undefined && at < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, this.#written);
      at += bytesWritten;
      this.#written += bytesWritten;
    }
  }
}
