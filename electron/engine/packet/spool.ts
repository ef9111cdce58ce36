// The draft's spool: every collected file once, hashed and deflated, one after the other in one private file, with an
// index in memory. So sources are read once, packing copies finished entries, and the disk never holds a second copy
// of the logs. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { readFrom } from '../host/read-from.ts';
import { writeTrouble } from '../trouble.ts';
import { blocksOf } from './deflate-block.ts';
import { readAhead } from './packet-bytes.ts';
import { createPrivateFolder } from './private-folder.ts';
import { type Place, SpoolWriter } from './spool-writer.ts';

const READ_BYTES = 256 * 1024;
/** Up to this size neighbours are read together. */
const SMALL_BYTES = 32 * 1024;

/** Raw deflate of one file, with what a zip header and the manifest need. */
export interface Packed extends Place {
  readonly bytes: number;
  readonly crc32: number;
  /** Lower-case hexadecimal, of the unpacked bytes. */
  readonly sha256: string;
}

export class Spool {
  readonly #folder: string;
  readonly #file: FileHandle;
  readonly #writer: SpoolWriter;

  private constructor(folder: string, file: FileHandle, maxBlocks: number | undefined) {
    this.#folder = folder;
    this.#file = file;
    this.#writer = new SpoolWriter(file, maxBlocks);
  }

  /**
   * @param parent where its private folder is made. Rejects with Trouble.
   * @param maxBlocks that are deflated at the same time; absent: as many as keep every core at work.
   */
  static async create(parent: string, maxBlocks?: number): Promise<Spool> {
    const folder = await createPrivateFolder(parent);
    try {
      return new Spool(folder, await open(join(folder, 'spool'), 'wx+', 0o600), maxBlocks);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw writeTrouble(error, folder);
    }
  }

  /** This draft's private folder, for what a program must write before we can read it. */
  get folder(): string {
    return this.#folder;
  }

  /** Bytes it takes on disk. */
  get sizeBytes(): number {
    return this.#writer.sizeBytes;
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
   * Takes one file; one at a time. Resolves when its last byte was read: deflating goes on behind, while the caller reads
   * the next file.
   * @param chunks its bytes; must not throw for trouble with the source, only when cancelled.
   * @param onChunk hears the size of each chunk as it is taken.
   */
  async take(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly packed: Promise<Packed> }> {
    const hash = createHash('sha256');
    let checksum = 0;
    let bytes = 0;
    const places: Promise<Place>[] = [];
    try {
      for await (const block of blocksOf(chunks, onChunk, signal)) {
        hash.update(block.bytes);
        checksum = crc32(block.bytes, checksum);
        bytes += block.bytes.length;
        places.push((await this.#writer.take(block)).placed);
      }
    } catch (error) {
      throw writeTrouble(error, this.#folder);
    }
    const seal = { bytes, crc32: checksum, sha256: hash.digest('hex') };
    const packed = this.#placed(places).then((place) => ({ ...place, ...seal }));
    // A caller that was cancelled meanwhile does not ask for it any more.
    packed.catch(() => undefined);
    return { packed };
  }

  async #placed(blocks: readonly Promise<Place>[]): Promise<Place> {
    try {
      const places = await Promise.all(blocks);
      const packedBytes = places.reduce((sum, place) => sum + place.packedBytes, 0);
      return { offset: places[0]?.offset ?? 0, packedBytes };
    } catch (error) {
      throw writeTrouble(error, this.#folder);
    }
  }

  /** Removes the file that was taken last, so that nothing of it stays on the disk; to be called before the next is taken. */
  async drop(packed: Promise<Packed>): Promise<void> {
    try {
      await this.#writer.drop(packed.then(({ offset }) => offset));
    } catch (error) {
      throw writeTrouble(error, this.#folder);
    }
  }

  /** Resolves when every file taken so far is on the disk. Rejects with Trouble where it cannot be written. */
  async finish(): Promise<void> {
    try {
      await this.#writer.flush();
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
    await this.#writer.flush().catch(() => undefined);
    await this.#file.close().catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }
}
