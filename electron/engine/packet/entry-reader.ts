// Who reads the entries of a packet back while its directory is walked: this thread, or others (threaded-reader.ts).
// Runs in the engine's process.
import { createHash } from 'node:crypto';
import type { SealCheck, SealReader } from '../seal/seal-check.ts';
import type { ZipItem } from './zip-packet.ts';

/** One entry that is to be read. */
export interface EntryToRead {
  readonly item: ZipItem;
  /** As many as it must have. */
  readonly bytes: number;
  /** Hears how many bytes were read, in parts. */
  readonly onChunk: (bytes: number) => void;
  /** Hears the SHA-256 of its bytes; undefined where the entry is damaged or not as long as it must be. */
  readonly onHash: (sha256: string | undefined) => void;
}

export interface EntryReader {
  /** Takes an entry; one call at a time. Resolves when the next may come. Rejects when cancelled. */
  take(entry: EntryToRead): Promise<void>;
  /** Resolves when every entry was read. Rejects when cancelled. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** @param seal hears every byte, where the packet is searched. */
export function readHere(signal: AbortSignal, seal?: SealCheck): EntryReader {
  return {
    async take({ item, bytes, onChunk, onHash }) {
      onHash(await hashOfItem(item, bytes, onChunk, signal, seal?.reader(item.path)));
    },
    finish: async () => undefined,
    close: async () => undefined,
  };
}

/** @returns the SHA-256 of the entry's bytes, or undefined where it is damaged or not as long as promised. */
export async function hashOfItem(
  item: Pick<ZipItem, 'bytes' | 'chunks'>,
  bytes: number,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
  listener?: SealReader,
): Promise<string | undefined> {
  if (item.bytes !== bytes) return undefined;
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of item.chunks(bytes, signal)) {
      hash.update(chunk);
      onChunk(chunk.length);
      read += chunk.length;
      await listener?.write(chunk, read === bytes);
    }
    await listener?.end();
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
  return hash.digest('hex');
}
