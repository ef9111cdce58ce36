// Cuts the bytes of a text behind line feeds, so that each part can be redacted by itself. Runs in the engine's process.
const LINE_FEED = 0x0a;

/** @returns the same bytes; a part ends behind a line feed where its chunk has one, or with the text. */
export async function* lineSegments(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer | undefined;
  for await (const chunk of chunks) {
    const whole = chunk.lastIndexOf(LINE_FEED) + 1;
    const head = whole > 0 ? chunk.subarray(0, whole) : chunk;
    yield begun === undefined ? head : Buffer.concat([begun, head]);
    begun = head.length < chunk.length ? chunk.subarray(head.length) : undefined;
  }
  if (begun !== undefined) yield begun;
}
