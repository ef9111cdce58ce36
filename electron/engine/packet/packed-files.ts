// Files on their way into the spool: each is hashed and deflated, in the thread that has it. Runs in the engine's process, or in a
// thread of it.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Block, blockBehind, blocksOf } from './deflate-block.ts';
import type { Place, SpoolWriter } from './spool-writer.ts';

/** Raw deflate of one file, with what a zip header and the manifest need. */
export interface Packed extends Place {
  readonly bytes: number;
  readonly crc32: number;
  /** Lower-case hexadecimal, of the unpacked bytes. */
  readonly sha256: string;
}

/** What takes files, one after the other; all of it rejects with the system's error where the spool cannot be written. */
export interface FilePacking {
  /**
   * Takes one file; one at a time. Resolves when its last byte was read: deflating goes on behind, while the caller reads
   * the next file.
   * @param chunks its bytes. @param onChunk hears the size of each chunk as it is taken.
   * Rejects when cancelled, and as `chunks` does.
   */
  take(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly packed: Promise<Packed> }>;
  /** Removes the file that was taken last, before the next is taken. */
  drop(packed: Promise<Packed>): Promise<void>;
  /** Resolves when every file taken so far is on the disk. @returns bytes of the spool's file. */
  finish(): Promise<number>;
  /** To be called once, after the last call. */
  close(): Promise<void>;
}

export class PackedFiles implements FilePacking {
  readonly #writer: SpoolWriter;

  /** @param writer of the spool's file, which stays open. */
  constructor(writer: SpoolWriter) {
    this.#writer = writer;
  }

  async take(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly packed: Promise<Packed> }> {
    const hash = createHash('sha256');
    let checksum = 0;
    let bytes = 0;
    const places: Promise<Place>[] = [];
    let block: Block | undefined;
    for await (const next of blocksOf(chunks, onChunk, signal)) {
      block = blockBehind(block, next);
      hash.update(block.bytes);
      checksum = crc32(block.bytes, checksum);
      bytes += block.bytes.length;
      places.push((await this.#writer.take(block)).placed);
    }
    const seal = { bytes, crc32: checksum, sha256: hash.digest('hex') };
    const packed = together(places).then((place) => ({ ...place, ...seal }));
    // A caller that was cancelled meanwhile does not ask for it any more.
    packed.catch(() => undefined);
    return { packed };
  }

  /** As `take`, for a file that is here as a whole. */
  async takeWhole(bytes: Buffer): Promise<{ readonly packed: Promise<Packed> }> {
    const { placed } = await this.#writer.take({ bytes, before: Buffer.alloc(0), last: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const packed = placed.then((place) => ({
      ...place,
      ...{ bytes: bytes.length, crc32: crc32(bytes), sha256 },
    }));
    packed.catch(() => undefined);
    return { packed };
  }

  async drop(packed: Promise<Packed>): Promise<void> {
    await this.#writer.drop(packed.then(({ offset }) => offset));
  }

  async finish(): Promise<number> {
    await this.#writer.flush();
    return this.#writer.sizeBytes;
  }

  async close(): Promise<void> {
    await this.#writer.flush().catch(() => undefined);
  }
}

async function together(blocks: readonly Promise<Place>[]): Promise<Place> {
  const places = await Promise.all(blocks);
  const packedBytes = places.reduce((sum, place) => sum + place.packedBytes, 0);
  return { offset: places[0]?.offset ?? 0, packedBytes };
}
