// Looks into archives of a packet, one in the other, and hands every text in them to a reader of its own. Runs in the engine's
// process.
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip, type Gunzip } from 'node:zlib';
import { zipItems } from '../packet/zip-packet.ts';
import type { SealReader } from './seal-check.ts';

/** @param textReader makes a reader for one text. */
export function archiveReader(
  textReader: () => SealReader,
  privateFolder: string,
  signal: AbortSignal,
): SealReader {
  const again = () => archiveReader(textReader, privateFolder, signal);
  let reader: SealReader | undefined;
  const choose = (start: Buffer): SealReader => {
    if (start[0] === 0x1f && start[1] === 0x8b) return gzipReader(again());
    if (start.toString('latin1', 0, 4) === 'PK\x03\x04') return zipReader(again, privateFolder, signal);
    return textReader();
  };
  return {
    write: (chunk, isLast) => {
      reader ??= choose(chunk);
      return reader.write(chunk, isLast);
    },
    end: () => reader?.end(),
  };
}

/** What cannot be unpacked was packed by us and damaged since: the hash of the file tells that. */
function gzipReader(inner: SealReader): SealReader {
  const gunzip: Gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const done = (async () => {
    for await (const chunk of gunzip) await inner.write(chunk);
    await inner.end();
  })();
  done.catch(() => undefined);
  return {
    write: (chunk) =>
      new Promise((resolve) => {
        gunzip.write(chunk, () => resolve());
      }),
    end: async () => {
      gunzip.end();
      await done;
    },
  };
}

/** Zips are read from their end, so it lies in the private folder meanwhile. */
function zipReader(inner: () => SealReader, privateFolder: string, signal: AbortSignal): SealReader {
  const path = join(privateFolder, `${randomUUID()}.tmp`);
  let file: FileHandle | undefined;
  return {
    write: async (chunk) => {
      file ??= await open(path, 'wx', 0o600);
      await file.writeFile(chunk);
    },
    end: async () => {
      await file?.close();
      try {
        for await (const item of zipItems(path)) {
          const reader = inner();
          await reader.write(Buffer.from(item.path));
          await reader.end();
          const contents = inner();
          for await (const chunk of item.chunks(item.bytes, signal)) await contents.write(chunk);
          await contents.end();
        }
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
