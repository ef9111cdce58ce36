// A zip on disk, read one entry at a time, so that memory does not follow the number of files. Independent of the
// writer. Runs in the engine's process.
//
// note: why yauzl
// It walks directories of any size: for 60,000 entries zip.js needs 900 MB and over a minute, measured.
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Entries up to this size are read in one call, which is many times faster for thousands of small files. */
const SMALL_BYTES = 256 * 1024;
const CHUNK_BYTES = 256 * 1024;
const STORED = 0;
const DEFLATED = 8;

export interface ZipItem {
  readonly path: string;
  readonly bytes: number;
  readonly encrypted: boolean;
  /** other: a folder or a symbolic link. */
  readonly kind: 'file' | 'other';
  /** Rejects when the entry is damaged, longer than it says, or longer than `maxBytes`. */
  read(maxBytes: number, onChunk: (chunk: Buffer) => void, signal: AbortSignal): Promise<void>;
}

/** @returns every entry in turn; the file is closed when the iteration ends. Rejects on what is no sound zip. */
export async function* zipItems(path: string): AsyncGenerator<ZipItem> {
  const file = await open(path, 'r');
  try {
    const zip = await yauzl.fromFdPromise(file.fd, { autoClose: false, decodeStrings: false });
    if (!(await endsWithDirectory(file, zip))) throw new Error('data behind the zip');
    for await (const entry of zip.eachEntry()) yield await itemOf(file, zip, entry);
  } finally {
    await file.close();
  }
}

/** Nothing may hide behind the end record, whose comment our packets do not have. */
async function endsWithDirectory(file: FileHandle, zip: ZipFile): Promise<boolean> {
  const record = Buffer.alloc(4);
  const { size } = await file.stat();
  await file.read(record, 0, 4, size - 22 - Buffer.byteLength(zip.comment ?? ''));
  return record.readUInt32LE(0) === 0x06054b50;
}

async function itemOf(file: FileHandle, zip: ZipFile, entry: Entry): Promise<ZipItem> {
  const nameOf = (raw: Buffer) =>
    yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  const path = nameOf(entry.fileNameRaw);
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false });
  const isFolder = path.endsWith('/');
  // The Unix file type: 0o12 is a symbolic link.
  const isLink = entry.externalFileAttributes >>> 28 === 0o12;
  const agrees = entry.fileNameRaw.equals(header.fileName);
  return {
    path,
    bytes: entry.uncompressedSize,
    encrypted: entry.isEncrypted(),
    kind: isFolder || isLink ? 'other' : 'file',
    read: async (maxBytes, onChunk, signal) => {
      if (!agrees) throw new Error('named otherwise in its own header');
      await readEntry(file, entry, header.fileDataStart, maxBytes, onChunk, signal);
    },
  };
}

async function readEntry(
  file: FileHandle,
  entry: Entry,
  start: number,
  maxBytes: number,
  onChunk: (chunk: Buffer) => void,
  signal: AbortSignal,
): Promise<void> {
  const { compressionMethod, compressedSize, uncompressedSize } = entry;
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) throw new Error('method');
  if (uncompressedSize > maxBytes) throw new Error('longer than promised');
  let checksum = 0;
  let bytes = 0;
  const take = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > uncompressedSize) throw new Error('longer than it says');
    checksum = crc32(chunk, checksum);
    onChunk(chunk);
  };
  if (
    compressionMethod === DEFLATED &&
    compressedSize <= SMALL_BYTES &&
    uncompressedSize <= 4 * SMALL_BYTES
  ) {
    const packed = Buffer.alloc(compressedSize);
    await file.read(packed, 0, compressedSize, start);
    take(inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 }));
  } else {
    const packed = chunksOf(file, start, compressedSize, signal);
    const sink = takeAll(take);
    await (compressionMethod === DEFLATED
      ? pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), sink, { signal })
      : pipeline(packed, sink, { signal }));
  }
  if (bytes !== uncompressedSize || checksum !== entry.crc32) throw new Error('damaged');
}

function takeAll(take: (chunk: Buffer) => void): (chunks: AsyncIterable<Buffer>) => Promise<void> {
  return async (chunks) => {
    for await (const chunk of chunks) take(chunk);
  };
}

async function* chunksOf(
  file: FileHandle,
  start: number,
  length: number,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    signal.throwIfAborted();
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, length - done));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, start + done);
    if (bytesRead === 0) throw new Error('truncated');
    done += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}
