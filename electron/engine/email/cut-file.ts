// Cuts one file that is larger than a volume into pieces which each fill one, deflated anew. Runs in the engine's process.
//
// note: blocks of a piece
// How far a deflate stream reaches is known only when it ends, so a piece is made of short blocks, each deflated by
// itself and ended on a byte; a piece ends before the block that no longer fits. Blocks joined, with an empty last block,
// are one raw deflate stream that every zip reader takes.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const LEVEL = 5;
const BLOCK_BYTES = 256 * 1024;
/** An incompressible block, its end included, takes at most this. */
export const MAX_BLOCK_PACKED_BYTES = BLOCK_BYTES + 1024;
/** A last block with nothing in it. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

/** A piece that lies in the staging file. */
export interface StagedPiece {
  readonly offset: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
  readonly sha256: string;
}

/**
 * @param chunks the file's bytes
 * @param target where the packed pieces are appended
 * @param offset where the target ends now
 * @param room the most packed bytes of a piece; at least MAX_BLOCK_PACKED_BYTES and the last block
 * @param onPacked hears the packed size of each block
 * @returns at least one piece
 */
export async function cutFile(
  chunks: AsyncIterable<Buffer>,
  target: FileHandle,
  offset: number,
  room: number,
  onPacked: (bytes: number) => void,
  signal: AbortSignal,
): Promise<StagedPiece[]> {
  const pieces: StagedPiece[] = [];
  let piece = new PieceWriter(target, offset);
  for await (const block of blocksOf(chunks)) {
    signal.throwIfAborted();
    const packed = await promisify(deflateRaw)(block, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
    if (piece.packedBytes + packed.length + LAST_BLOCK.length > room) {
      pieces.push(await piece.end());
      piece = new PieceWriter(target, piece.offset + piece.packedBytes);
    }
    await piece.add(block, packed);
    onPacked(packed.length);
  }
  return [...pieces, await piece.end()];
}

class PieceWriter {
  readonly offset: number;
  packedBytes = 0;
  readonly #target: FileHandle;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #crc32 = 0;

  constructor(target: FileHandle, offset: number) {
    this.#target = target;
    this.offset = offset;
  }

  async add(block: Buffer, packed: Buffer): Promise<void> {
    this.#hash.update(block);
    this.#crc32 = crc32(block, this.#crc32);
    this.#bytes += block.length;
    await this.#write(packed);
  }

  async end(): Promise<StagedPiece> {
    await this.#write(LAST_BLOCK);
    const { offset, packedBytes } = this;
    return {
      ...{ offset, packedBytes, bytes: this.#bytes, crc32: this.#crc32 },
      sha256: this.#hash.digest('hex'),
    };
  }

  async #write(packed: Buffer): Promise<void> {
    for (let at = 0; at < packed.length; ) {
      const position = this.offset + this.packedBytes;
      const { bytesWritten } = await this.#target.write(packed, at, packed.length - at, position);
      at += bytesWritten;
      this.packedBytes += bytesWritten;
    }
  }
}

async function* blocksOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (heldBytes + rest.length >= BLOCK_BYTES) {
      const head = rest.subarray(0, BLOCK_BYTES - heldBytes);
      yield Buffer.concat([...held, head]);
      rest = rest.subarray(head.length);
      held = [];
      heldBytes = 0;
    }
    if (rest.length > 0) held.push(Buffer.from(rest));
    heldBytes += rest.length;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}
