// The bytes of one entry of a packet on disk: as they are packed, to be copied, or unpacked. Runs in the engine's process.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { PackedRange } from '../packet/read-entry.ts';

const CHUNK_BYTES = 256 * 1024;

/** @param path of the file that the range lies in */
export function packedStream(path: string, { offset, packedBytes }: Omit<PackedRange, 'method'>): Readable {
  if (packedBytes === 0) return Readable.from([]);
  const range = { start: offset, end: offset + packedBytes - 1, highWaterMark: CHUNK_BYTES };
  return createReadStream(path, range);
}

/** Rejects on bytes that do not inflate. */
export async function* unpackedChunks(path: string, range: PackedRange): AsyncGenerator<Buffer> {
  const packed = packedStream(path, range);
  if (range.method === 'stored') yield* packed;
  else {
    const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
    packed.once('error', (error) => inflate.destroy(error));
    try {
      yield* packed.pipe(inflate);
    } finally {
      packed.destroy();
    }
  }
}
