// A text that the program itself writes into a zip. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from './write-zip.ts';

export type TextEntry = ZipEntry & { readonly sha256: string };

/** @returns an entry that is ready to be written. */
export function textEntry(path: string, text: string, modifiedAt: Date): TextEntry {
  const bytes = Buffer.from(text);
  const packed = deflateRawSync(bytes);
  return {
    path,
    modifiedAt,
    bytes: bytes.length,
    packedBytes: packed.length,
    crc32: crc32(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    open: () => Readable.from([packed]),
  };
}
