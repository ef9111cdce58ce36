// The bytes of one entry of a zip, checked as they are unpacked: length, CRC-32, no more than it says. Runs in the engine's
// process and in its threads.
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { PacketBytes } from './packet-bytes.ts';

/**
 * Entries up to this size are unpacked in one call, without a way to Node's thread pool for each piece: many times faster for
 * thousands of small files, a tenth of the whole for logs, which are cut at 5 MiB.
 */
const WHOLE_BYTES = 6 * 1024 ** 2;
const WHOLE_PACKED_BYTES = 1024 ** 2;
/** Packed bytes that are read at a time, and bytes that are handed on at a time: a processor keeps them at hand. */
export const CHUNK_BYTES = 256 * 1024;

/** Where the bytes of an entry lie in its zip. */
export interface PackedRange {
  readonly offset: number;
  readonly packedBytes: number;
  readonly crc32: number;
  readonly method: 'deflated' | 'stored';
}

/**
 * @param bytes of the entry, as its zip says.
 * @param afterUse gets what was unpacked and is nobody else's, when more is asked for.
 * @throws when the entry is damaged or longer than it says, and when cancelled.
 */
export async function* entryChunks(
  packet: Pick<PacketBytes, 'read'>,
  packed: PackedRange,
  bytes: number,
  signal: AbortSignal,
  afterUse: (chunk: Buffer<ArrayBuffer>) => void = () => undefined,
): AsyncGenerator<Buffer> {
  if (packed.method === 'deflated' && packed.packedBytes <= WHOLE_PACKED_BYTES && bytes <= WHOLE_BYTES) {
    const whole = await wholeEntry(packet, packed, bytes);
    for (let at = 0; at < bytes; at += CHUNK_BYTES) yield whole.subarray(at, at + CHUNK_BYTES);
    return afterUse(whole);
  }
  let checksum = 0;
  let read = 0;
  for await (const chunk of unpacked(packet, packed, signal, afterUse)) {
    read += chunk.length;
    if (read > bytes) throw new Error('longer than it says');
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (read !== bytes || checksum !== packed.crc32) throw new Error('damaged');
}

async function wholeEntry(
  packet: Pick<PacketBytes, 'read'>,
  { offset, packedBytes, crc32: checksum }: PackedRange,
  bytes: number,
): Promise<Buffer<ArrayBuffer>> {
  const small = await packet.read(offset, packedBytes);
  // Room for all of it at once: else it comes in pieces of 16 KiB that are put together in the end.
  const whole = inflateRawSync(small, { maxOutputLength: bytes + 1, chunkSize: Math.max(64, bytes + 1) });
  if (whole.length !== bytes || crc32(whole) !== checksum) throw new Error('damaged');
  return whole;
}

async function* unpacked(
  packet: Pick<PacketBytes, 'read'>,
  { method, offset, packedBytes }: PackedRange,
  signal: AbortSignal,
  afterUse: (chunk: Buffer<ArrayBuffer>) => void,
): AsyncGenerator<Buffer> {
  const packed = chunksOf(packet, offset, packedBytes, signal);
  if (method === 'stored') return yield* packed;
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  pipeline(Readable.from(packed, { highWaterMark: 1 }), inflate, () => undefined);
  let last: Buffer<ArrayBuffer> | undefined;
  for await (const chunk of inflate as AsyncIterable<Buffer<ArrayBuffer>>) {
    yield chunk;
    last = chunk;
    // What does not reach the end of its buffer is followed by more of it.
    if (chunk.byteOffset + chunk.length < chunk.buffer.byteLength) continue;
    afterUse(chunk);
    last = undefined;
  }
  if (last !== undefined) afterUse(last);
}

async function* chunksOf(
  packet: Pick<PacketBytes, 'read'>,
  start: number,
  length: number,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    signal.throwIfAborted();
    const chunk = await packet.read(start + done, Math.min(CHUNK_BYTES, length - done));
    if (chunk.length === 0) throw new Error('truncated');
    done += chunk.length;
    yield chunk;
  }
}
