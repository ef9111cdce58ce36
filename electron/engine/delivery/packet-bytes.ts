// A packet's content on its way out: from any position, counted, and never anything but what was hashed. Runs in the
// engine's process.
import { createReadStream } from 'node:fs';
import { SendFailure } from './send-failure.ts';
import type { PacketFile } from './target.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * @param from position of the first byte
 * @param progress told the position reached, as each chunk is taken
 * @param to position after the last byte
 */
export async function* packetBytes(
  { path, bytes }: PacketFile,
  from: number,
  progress: (doneBytes: number) => void,
  to: number = bytes,
): AsyncGenerator<Buffer> {
  let position = from;
  if (to > from) {
    const file = createReadStream(path, { start: from, end: to - 1, highWaterMark: CHUNK_BYTES });
    for await (const chunk of file as AsyncIterable<Buffer>) {
      yield chunk;
      position += chunk.length;
      progress(position);
    }
  }
  if (position !== to) throw new SendFailure('packet-changed', `${position} / ${to}`);
}
