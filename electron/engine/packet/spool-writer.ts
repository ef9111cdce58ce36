// The writing end of the spool: appends what comes, a good part at a time, while the next is made. Runs in the engine's process,
// or in a thread of it.
import type { FileHandle } from 'node:fs/promises';

/** What comes is gathered up to this size: one write for many small files. */
const GATHER_BYTES = 512 * 1024;

export class SpoolWriter {
  readonly #file: FileHandle;
  #gathered: Buffer[] = [];
  #gatheredBytes = 0;
  #written: number;
  /** The writes under way; never rejects. */
  #writing: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  #end: number;

  /** @param sizeBytes of what is in the file already. */
  constructor(file: FileHandle, sizeBytes = 0) {
    this.#file = file;
    this.#end = sizeBytes;
    this.#written = sizeBytes;
  }

  /** Bytes taken so far, a part of which may still be in memory. */
  get sizeBytes(): number {
    return this.#end;
  }

  /**
   * Takes the next bytes; one call at a time. Resolves when there is room for more, which may be before they are written.
   * Rejects where an earlier write failed: the spool is of no use then.
   */
  async append(bytes: Buffer): Promise<void> {
    this.#check();
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    this.#end += bytes.length;
    if (this.#gatheredBytes < GATHER_BYTES) return;
    await this.#writing;
    this.#check();
    this.#writeGathered();
  }

  /** Resolves when all that was taken so far is in the file and can be read back. Rejects where a write failed. */
  async flush(): Promise<void> {
    await this.#writing;
    this.#check();
    this.#writeGathered();
    await this.#writing;
    this.#check();
  }

  /** Removes everything from `offset` on. Rejects where a write failed. */
  async drop(offset: number): Promise<void> {
    await this.flush();
    await this.#file.truncate(offset);
    this.#end = offset;
    this.#written = offset;
  }

  /** Has it written behind what is written already. */
  #writeGathered(): void {
    const [first, ...others] = this.#gathered;
    if (first === undefined) return;
    const bytes = others.length === 0 ? first : Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#gatheredBytes = 0;
    this.#writing = this.#writing
      .then(() => this.#write(bytes))
      .catch((error: unknown) => {
        this.#failure = { error };
      });
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#check();
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, this.#written);
      at += bytesWritten;
      this.#written += bytesWritten;
    }
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
