// Files on their way into the spool: each is hashed, deflated and written, in the thread that has it. Runs in the engine's process,
// or in a thread of it.
import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { letGoOfOwn } from '../own-memory.ts';
import { Deflater } from './deflater.ts';
import { heardChunks } from './heard-chunks.ts';
import type { SpoolWriter } from './spool-writer.ts';

/** Raw deflate of one file, with what a zip header and the manifest need. */
export interface Packed {
  /** Where it lies in the spool. */
  readonly offset: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  /** Lower-case hexadecimal, of the unpacked bytes. */
  readonly sha256: string;
}

/** What takes files, one after the other; all of it rejects with the system's error where the spool cannot be written. */
export interface FilePacking {
  /**
   * Takes one file; one at a time. Resolves when its last byte was read: deflating may go on behind, while the caller reads
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

/** A file that is not there as a whole yet. */
interface BegunFile {
  readonly hash: Hash;
  readonly offset: number;
  bytes: number;
  crc32: number;
}

export class PackedFiles implements FilePacking {
  readonly #writer: SpoolWriter;
  readonly #deflater = new Deflater();

  /** @param writer of the spool's file, which stays open. */
  constructor(writer: SpoolWriter) {
    this.#writer = writer;
  }

  async take(
    chunks: AsyncIterable<Buffer>,
    onChunk: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly packed: Promise<Packed> }> {
    const file = this.#begin();
    for await (const chunk of heardChunks(chunks, onChunk, signal)) await this.#add(file, chunk);
    return { packed: Promise.resolve(await this.#end(file)) };
  }

  /** As `take`, for a file that is here as a whole. */
  async takeWhole(bytes: Buffer): Promise<Packed> {
    const file = this.#begin();
    await this.#add(file, bytes);
    return this.#end(file);
  }

  #begin(): BegunFile {
    this.#deflater.begin();
    return { hash: createHash('sha256'), offset: this.#writer.sizeBytes, bytes: 0, crc32: 0 };
  }

  async #add(file: BegunFile, chunk: Buffer): Promise<void> {
    file.hash.update(chunk);
    file.crc32 = crc32(chunk, file.crc32);
    file.bytes += chunk.length;
    const ready = this.#deflater.write(chunk);
    letGoOfOwn(chunk);
    for (const packed of ready) await this.#writer.append(packed);
  }

  async #end({ hash, offset, ...file }: BegunFile): Promise<Packed> {
    await this.#writer.append(this.#deflater.end());
    const packedBytes = this.#writer.sizeBytes - offset;
    return { ...file, offset, packedBytes, sha256: hash.digest('hex') };
  }

  async drop(packed: Packed | Promise<Packed>): Promise<void> {
    await this.#writer.drop((await packed).offset);
  }

  async finish(): Promise<number> {
    await this.#writer.flush();
    return this.#writer.sizeBytes;
  }

  async close(): Promise<void> {
    await this.#writer.flush().catch(() => undefined);
  }
}
