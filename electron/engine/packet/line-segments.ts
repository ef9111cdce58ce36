// Cuts the bytes of a text behind line feeds, so that each part can be redacted by itself. Runs in the engine's process.
import { letGoOfOwn, markOwn, ownCopyOf } from '../own-memory.ts';

const LINE_FEED = 0x0a;

/** @returns the same bytes in memory of their own; a part ends behind a line feed where its chunk has one, or with the text. */
export async function* lineSegments(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const whole = chunk.lastIndexOf(LINE_FEED) + 1 || chunk.length;
    const segment = markOwn(ownCopyOf(begun, chunk.subarray(0, whole)));
    begun = Buffer.from(chunk.subarray(whole));
    letGoOfOwn(chunk);
    yield segment;
  }
  if (begun.length > 0) yield begun;
}
