// Reads a stretch of an open file to its end: one read may bring less than was asked for. Runs in the engine's process.
import type { FileHandle } from 'node:fs/promises';

/** @returns that many bytes from there on, fewer only at the file's end. Rejects with the system's error. */
export async function readFrom(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const wanted = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(wanted, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return wanted.subarray(0, done);
}
