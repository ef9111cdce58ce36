// Large buffers that one alone has: they go to a thread without a copy, and their memory is given back at once. Runs in the
// engine's process and its threads.
import { MessageChannel, type MessagePort } from 'node:worker_threads';

const own = new WeakSet<ArrayBufferLike>();
let nobody: MessagePort | undefined;

/** Done with a buffer: it is empty afterwards where it was marked, and stays as it is where others may have it. */
export function letGoOfOwn(buffer: Buffer): void {
  if (isOwn(buffer)) letGo(buffer);
}

/**
 * To be called by the only one who has it; it is empty afterwards. V8 lets 64 MiB of buffers pile up in each thread before it
 * looks which of them are still of use; what is transferred to a port that is closed is freed without its help (HTML Standard,
 * message ports: transferred before the message is dropped).
 */
export function letGo(buffer: Buffer<ArrayBuffer>): void {
  if (nobody === undefined) {
    nobody = new MessageChannel().port1;
    nobody.close();
  }
  nobody.postMessage(null, [buffer.buffer]);
}

/** @returns the parts one after the other, in memory that nobody else has. */
export function ownCopyOf(...parts: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const copy = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    copy.set(part, at);
    at += part.length;
  }
  return copy;
}

/** Says that nobody else has this memory, nor will: whoever gets the buffer may hand it on, or let it go when it is done with. */
export function markOwn(buffer: Buffer): Buffer {
  own.add(buffer.buffer);
  return buffer;
}

/** @returns whether it was marked, and is all of its memory. */
export function isOwn(buffer: Buffer): buffer is Buffer<ArrayBuffer> {
  return own.has(buffer.buffer) && buffer.length === buffer.buffer.byteLength;
}
