// The bytes of a zip packet, wherever they come from: a plain file, or one that is decrypted as it is read. Runs in the
// engine's process.
import { open } from 'node:fs/promises';
import { readFrom } from '../host/read-from.ts';

export interface PacketBytes {
  readonly sizeBytes: number;
  /** Of the file whose bytes these are; absent where they are made while they are read. */
  readonly path?: string;
  /** @returns that many bytes from there on, fewer only at the end. Rejects where they cannot be read or are damaged. */
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Rejects with the system's error. */
export async function openPlain(path: string): Promise<PacketBytes> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return {
      sizeBytes: size,
      path,
      read: (at, length) => readFrom(file, at, Math.max(0, Math.min(length, size - at))),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** What is read ahead, and kept to be read in again. */
export const WINDOW_BYTES = 64 * 1024;
/** The directory, the entries it speaks of, and one to spare. */
const WINDOWS = 3;

/** The same bytes for many small reads in a few places, such as a zip's headers: reads ahead, and keeps what it read. */
export function readAhead(
  source: Pick<PacketBytes, 'read'>,
): (at: number, length: number) => Promise<Buffer> {
  let windows: { readonly start: number; readonly held: Buffer }[] = [];
  return async (at, length) => {
    if (length > WINDOW_BYTES) return source.read(at, length);
    const holds = ({ start, held }: { start: number; held: Buffer }) =>
      at >= start && at + length <= start + held.length;
    const found = windows.find(holds) ?? { start: at, held: await source.read(at, WINDOW_BYTES) };
    windows = [found, ...windows.filter((one) => one !== found)].slice(0, WINDOWS);
    return found.held.subarray(at - found.start, at - found.start + length);
  };
}
