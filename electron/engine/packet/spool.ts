// The draft's spool: every collected file once, hashed and deflated, one after the other in one private file, with an
// index in memory. So sources are read once, packing copies finished entries, and the disk never holds a second copy
// of the logs. Runs in the engine's process.
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { constants, createInflateRaw } from 'node:zlib';
import { readFrom } from '../host/read-from.ts';
import { writeTrouble } from '../trouble.ts';
import { type FilePacking, type Packed, PackedFiles } from './packed-files.ts';
import { readAhead } from './packet-bytes.ts';
import { createPrivateFolder } from './private-folder.ts';
import { SpoolWriter } from './spool-writer.ts';
import { ThreadedPacking } from './threaded-packing.ts';

const READ_BYTES = 256 * 1024;
/** Up to this size neighbours are read together. */
const SMALL_BYTES = 32 * 1024;

export interface SpoolOptions {
  /** What a thread of this program begins with: files are packed there until the spool settles. Absent: all is done here. */
  readonly threadFile?: URL | undefined;
}

export class Spool {
  readonly #folder: string;
  readonly #file: FileHandle;
  #packing: FilePacking;

  private constructor(folder: string, file: FileHandle, packing: FilePacking) {
    this.#folder = folder;
    this.#file = file;
    this.#packing = packing;
  }

  /** @param parent where its private folder is made. Rejects with Trouble. */
  static async create(parent: string, { threadFile }: SpoolOptions = {}): Promise<Spool> {
    const folder = await createPrivateFolder(parent);
    try {
      const path = join(folder, 'spool');
      const file = await open(path, 'wx+', 0o600);
      const thread = threadFile && (await ThreadedPacking.start(threadFile, path));
      const packing = thread ?? new PackedFiles(new SpoolWriter(file));
      return new Spool(folder, file, packing);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw writeTrouble(error, folder);
    }
  }

  /** This draft's private folder, for what a program must write before we can read it. */
  get folder(): string {
    return this.#folder;
  }

  /** As `take`, and waits until the file is in its place. */
  async add(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<Packed> {
    const { packed } = await this.take(chunks, onChunk, signal);
    return packed;
  }

  /**
   * Takes one file; one at a time. Resolves when its last byte was read: deflating may go on behind, while the caller reads
   * the next file.
   * @param chunks its bytes; must not throw for trouble with the source, only when cancelled.
   * @param onChunk hears the size of each chunk as it is taken.
   */
  async take(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly packed: Promise<Packed> }> {
    const { packed } = await this.#told(this.#packing.take(chunks, onChunk, signal));
    const told = this.#told(packed);
    // A caller that was cancelled meanwhile does not ask for it any more.
    told.catch(() => undefined);
    return { packed: told };
  }

  /** Removes the file that was taken last, so that nothing of it stays on the disk; to be called before the next is taken. */
  async drop(packed: Promise<Packed>): Promise<void> {
    await this.#told(this.#packing.drop(packed));
  }

  /** Resolves when every file taken so far is on the disk. Rejects with Trouble where it cannot be written. */
  async finish(): Promise<void> {
    await this.#told(this.#packing.finish());
  }

  /** As `finish`, and ends the thread: the most is taken, and what comes yet is packed here. */
  async settle(): Promise<void> {
    const sizeBytes = await this.#told(this.#packing.finish());
    await this.#packing.close();
    this.#packing = new PackedFiles(new SpoolWriter(this.#file, sizeBytes));
  }

  async #told<Value>(step: Promise<Value>): Promise<Value> {
    try {
      return await step;
    } catch (error) {
      throw writeTrouble(error, this.#folder);
    }
  }

  /**
   * For all entries one after the other, as they go into the zip: what is small comes as a whole, read with its neighbours.
   * @returns what opens an entry's raw deflate, as long as no file is taken or dropped.
   */
  opener(): (entry: Packed) => Readable | Promise<Buffer> {
    const near = readAhead({ read: (at, length) => readFrom(this.#file, at, length) });
    const small = async ({ offset, packedBytes }: Packed) => {
      await this.finish();
      return near(offset, packedBytes);
    };
    return (entry) => (entry.packedBytes > SMALL_BYTES ? this.readPacked(entry) : small(entry));
  }

  /** @returns the entry's raw deflate. */
  readPacked(entry: Packed): Readable {
    return Readable.from(this.#chunksOf(entry), { objectMode: false });
  }

  async *#chunksOf({ offset, packedBytes }: Packed): AsyncGenerator<Buffer> {
    await this.finish();
    for (let done = 0; done < packedBytes; ) {
      const chunk = Buffer.allocUnsafe(Math.min(READ_BYTES, packedBytes - done));
      const { bytesRead } = await this.#file.read(chunk, 0, chunk.length, offset + done);
      // Cut off by somebody else: what comes of it is found out when the packet is read back.
      if (bytesRead === 0) return;
      done += bytesRead;
      yield chunk.subarray(0, bytesRead);
    }
  }

  /** @returns the entry's own bytes, for looking at one file during review. */
  readUnpacked(entry: Packed): Readable {
    return this.readPacked(entry).pipe(createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH }));
  }

  /** Removes it from the disk; safe to call twice. */
  async discard(): Promise<void> {
    await this.#packing.close();
    await this.#file.close().catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }
}
