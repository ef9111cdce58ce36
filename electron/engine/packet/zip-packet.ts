// A zip on disk, read one entry at a time, so that memory does not follow the number of files. Independent of the
// writer. Runs in the engine's process.
//
// note: why yauzl
// It walks directories of any size: for 60,000 entries zip.js needs 900 MB and over a minute, measured.
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { openPlain, type PacketBytes, readAhead } from './packet-bytes.ts';
import { entryChunks, type PackedRange } from './read-entry.ts';

/** Twice what a packet's manifest may list. */
const MAX_ENTRIES = 1_000_000;
/** Of a local header, without the name. */
const HEADER_BYTES = 30;
/** Of an entry of the directory, without names. */
const LISTED_BYTES = 46;
/** What may follow an entry: its sizes again. */
const DESCRIPTOR_BYTES = 24;
/** The end of a directory: plain, and its 64-bit form. */
const END_BYTES = 22;
const LONG_END_BYTES = 76;
const STORED = 0;
const DEFLATED = 8;

export interface ZipItem {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
  readonly encrypted: boolean;
  /** other: a folder or a symbolic link. */
  readonly kind: 'file' | 'other';
  /** Undefined where it is packed in another way, or named otherwise in its own header. */
  readonly packed: PackedRange | undefined;
  /** Where its own header begins, and where its bytes end. */
  readonly place: { readonly from: number; readonly to: number };
  /** Rejects when the entry is damaged, longer than it says, or longer than `maxBytes`. */
  read(maxBytes: number, onChunk: (chunk: Buffer) => void, signal: AbortSignal): Promise<void>;
  /** Its bytes; throws when the entry is damaged, longer than it says, or longer than `maxBytes`. */
  chunks(maxBytes: number, signal: AbortSignal): AsyncGenerator<Buffer>;
}

/** yauzl's way to bytes that are not a plain file. */
class Reader extends yauzl.RandomAccessReader {
  readonly #read: (at: number, length: number) => Promise<Buffer>;

  constructor(read: (at: number, length: number) => Promise<Buffer>) {
    super();
    this.#read = read;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#read(position, length).then((found) => {
      found.copy(buffer, offset);
      callback(found.length < length ? new Error('truncated') : null);
    }, callback);
  }

  override _readStreamForRange(): Readable {
    throw new Error('entries are read by this file, not by yauzl');
  }
}

/**
 * @param read reads a few bytes of them, with what it read before at hand.
 * @returns the directory; its entries are read one after the other. Rejects on what is no sound zip.
 */
export async function openZip(bytes: PacketBytes, read = readAhead(bytes)): Promise<ZipFile> {
  const options = { autoClose: false, decodeStrings: false };
  const zip = await yauzl.fromRandomAccessReaderPromise(new Reader(read), bytes.sizeBytes, options);
  if (zip.entryCount > MAX_ENTRIES) throw new Error('too many entries');
  if (!(await endsWithDirectory(bytes, zip))) throw new Error('data behind the zip');
  return zip;
}

/**
 * @param packet a file's path, or bytes that stay open.
 * @param nothingBetween whether bytes that belong to no entry are an error too, told behind the last entry: other programs
 * may find something else there.
 * @returns every entry in turn; a file is closed when the iteration ends. Rejects on what is no sound zip.
 */
export async function* zipItems(
  packet: string | PacketBytes,
  nothingBetween = false,
): AsyncGenerator<ZipItem> {
  const bytes = typeof packet === 'string' ? await openPlain(packet) : packet;
  try {
    const read = readAhead(bytes);
    const zip = await openZip(bytes, read);
    const nearby = { ...bytes, read };
    let claimedBytes = 0;
    let startsAt = Number.POSITIVE_INFINITY;
    let unclaimedBytes = bytes.sizeBytes - END_BYTES - Buffer.byteLength(zip.comment ?? '');
    for await (const entry of zip.eachEntry()) {
      // Entries that share bytes are how a small file unpacks to petabytes; without them no zip grows beyond 1032 to 1.
      claimedBytes += HEADER_BYTES + entry.fileNameRaw.length + entry.compressedSize;
      if (claimedBytes > bytes.sizeBytes) throw new Error('entries overlap');
      const item = await itemOf(nearby, zip, entry);
      startsAt = Math.min(startsAt, item.place.from);
      unclaimedBytes -= item.place.to - item.place.from + listedBytes(entry);
      yield item;
    }
    const allowedBytes = LONG_END_BYTES + zip.entryCount * DESCRIPTOR_BYTES;
    const isTight = zip.entryCount === 0 || (startsAt === 0 && unclaimedBytes <= allowedBytes);
    if (nothingBetween && !isTight) throw new Error('data outside the entries');
  } finally {
    if (bytes !== packet) await bytes.close();
  }
}

function listedBytes({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return LISTED_BYTES + fileNameLength + extraFieldLength + fileCommentLength;
}

/** Nothing may hide behind the end record, whose comment our packets do not have. */
async function endsWithDirectory(bytes: PacketBytes, zip: ZipFile): Promise<boolean> {
  const at = bytes.sizeBytes - 22 - Buffer.byteLength(zip.comment ?? '');
  const record = await bytes.read(at, 4);
  return record.length === 4 && record.readUInt32LE(0) === 0x06054b50;
}

async function itemOf(packet: PacketBytes, zip: ZipFile, entry: Entry): Promise<ZipItem> {
  const nameOf = (raw: Buffer) =>
    yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  const path = nameOf(entry.fileNameRaw);
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false });
  const agrees = entry.fileNameRaw.equals(header.fileName);
  const isFolder = path.endsWith('/');
  // The Unix file type: 0o12 is a symbolic link.
  const isLink = entry.externalFileAttributes >>> 28 === 0o12;
  const packed = agrees ? packedRange(entry, header.fileDataStart) : undefined;
  const bytes = entry.uncompressedSize;
  const chunks: ZipItem['chunks'] = async function* (maxBytes, signal) {
    if (packed === undefined) throw new Error('packed in another way, or named otherwise in its own header');
    if (bytes > maxBytes) throw new Error('longer than promised');
    yield* entryChunks(packet, packed, bytes, signal);
  };
  return {
    path,
    bytes,
    modifiedAt: entry.getLastModDate(),
    encrypted: entry.isEncrypted(),
    kind: isFolder || isLink ? 'other' : 'file',
    packed,
    place: {
      from: entry.relativeOffsetOfLocalHeader,
      to: header.fileDataStart + entry.compressedSize,
    },
    chunks,
    read: async (maxBytes, onChunk, signal) => {
      for await (const chunk of chunks(maxBytes, signal)) onChunk(chunk);
    },
  };
}

function packedRange(entry: Entry, offset: number): PackedRange | undefined {
  const { compressionMethod, compressedSize: packedBytes, crc32 } = entry;
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) return undefined;
  const method = compressionMethod === DEFLATED ? 'deflated' : 'stored';
  return { offset, packedBytes, crc32, method };
}
