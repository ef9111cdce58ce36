// Writes finished entries as one zip under a name that says it is not finished. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeTrouble } from '../trouble.ts';
import { type PackedSizes, PrepackedArchive } from './prepacked-archive.ts';

export interface ZipEntry extends PackedSizes {
  readonly path: string;
  readonly modifiedAt: Date;
  /** Raw deflate; what is small comes as a whole, which saves a stream for each of thousands of files. */
  readonly open: () => Readable | Promise<Buffer>;
}

/**
 * @param path must not exist yet; readable by this user only.
 * @param onEntry hears each entry before it is written.
 * @param encrypt what the zip goes through on its way to disk, if it does.
 * @returns size and SHA-256 of the whole file, which is on disk for certain (fsync). Rejects with Trouble, and when
 * cancelled; a part of the file may exist then.
 */
export async function writeZip(
  path: string,
  entries: readonly ZipEntry[],
  onEntry: (entry: ZipEntry) => void,
  signal: AbortSignal,
  encrypt: (plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> = (plain) => plain,
): Promise<{ bytes: number; sha256: string }> {
  const zip = new PrepackedArchive();
  const hash = createHash('sha256');
  let bytes = 0;
  let source: Readable | undefined;
  const writeTo = (file: FileHandle) => async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) {
        at += (await file.write(chunk, at, chunk.length - at)).bytesWritten;
      }
      bytes += chunk.length;
    }
  };
  const addAll = async () => {
    for (const entry of entries) {
      onEntry(entry);
      const packed = await entry.open();
      source = Buffer.isBuffer(packed) ? undefined : packed;
      await zip.add(entry.path, entry.modifiedAt, entry, packed);
    }
    await zip.archive.finalize();
  };
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await Promise.all([pipeline(zip.archive, encrypt, writeTo(file), { signal }), addAll()]);
      await file.sync();
      return { bytes, sha256: hash.digest('hex') };
    } finally {
      source?.destroy();
      await file.close();
    }
  } catch (error) {
    throw writeTrouble(error, path);
  }
}
