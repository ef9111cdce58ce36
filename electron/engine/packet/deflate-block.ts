// One block of a file as raw deflate, made in Node's thread pool, so that the blocks of one file use every core. Runs in
// the engine's process.
//
// note: blocks of one deflate stream
// Each block but the last ends with a sync flush, on a byte border, so that blocks made apart are one sound stream when
// they lie one after the other; each is primed with the 32 KiB before it, so that the packet is not larger for it (RFC
// 1951; the way of pigz). Measured on log text: the same size within 0.1 %.
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';
import { letGoOfOwn } from '../own-memory.ts';

/** Level 5: a third of the time of level 6's usual writers, packets 2-3 % larger than zip's, measured on log text. */
const LEVEL = 5;
/** What deflate can refer back to. */
const WINDOW_BYTES = 32 * 1024;
/** Large enough that the work outweighs the way to the thread pool, small enough for several to be at work. */
const BLOCK_BYTES = 1024 * 1024;
/** Up to this size the way to the thread pool and back costs more than the work. */
const SMALL_BYTES = 16 * 1024;

/** A part of one file. */
export interface Block {
  readonly bytes: Buffer;
  /** The end of what came before in the same file; empty for the first block. */
  readonly before: Buffer;
  readonly last: boolean;
}

/** @returns the block's part of the file's raw deflate stream. */
export function deflateBlock({ bytes, before, last }: Block): Promise<Buffer> {
  const options = {
    level: LEVEL,
    // Room for all of it at once in nearly every case; zlib takes more where text does not shrink.
    chunkSize: Math.max(64, bytes.length < SMALL_BYTES ? bytes.length + 64 : bytes.length >> 1),
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(before.length > 0 ? { dictionary: before } : {}),
  };
  if (bytes.length <= SMALL_BYTES) return Promise.resolve(deflateRawSync(bytes, options));
  return new Promise((resolve, reject) => {
    deflateRaw(bytes, options, (error, packed) => (error === null ? resolve(packed) : reject(error)));
  });
}

/**
 * Cuts one file into blocks; the last may be empty.
 * @param onChunk hears the size of each chunk as it is taken.
 * @returns the chunks of each block. Rejects when cancelled, and as `chunks` does.
 */
export async function* blocksOf(
  chunks: AsyncIterable<Buffer>,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): AsyncGenerator<{ readonly parts: readonly Buffer[]; readonly last: boolean }> {
  const source = chunks[Symbol.asyncIterator]();
  let parts: Buffer[] = [];
  let bytes = 0;
  try {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      signal.throwIfAborted();
      if (bytes > 0 && bytes + next.value.length > BLOCK_BYTES) {
        yield { parts, last: false };
        parts = [];
        bytes = 0;
      }
      parts.push(next.value);
      bytes += next.value.length;
      onChunk(next.value.length);
    }
    signal.throwIfAborted();
    yield { parts, last: true };
  } finally {
    // Given up in the middle, the source still holds its file open; a read that hangs is not waited for.
    void source.return?.().catch(() => undefined);
  }
}

/** @param before the block before it in the same file. */
export function blockBehind(
  before: Block | undefined,
  { parts, last }: { readonly parts: readonly Buffer[]; readonly last: boolean },
): Block {
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  if (parts.length > 1) for (const part of parts) letGoOfOwn(part);
  return { bytes, before: before?.bytes.subarray(-WINDOW_BYTES) ?? Buffer.alloc(0), last };
}
