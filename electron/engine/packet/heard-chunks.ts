// The chunks of one file on their way into the spool. Runs in the engine's process and its threads.

/**
 * @param onChunk hears the size of each chunk as it is taken.
 * @returns the chunks. Rejects when cancelled, and as `chunks` does.
 */
export async function* heardChunks(
  chunks: AsyncIterable<Buffer>,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      signal.throwIfAborted();
      onChunk(next.value.length);
      yield next.value;
    }
    signal.throwIfAborted();
  } finally {
    // Given up in the middle, the source still holds its file open; a read that hangs is not waited for.
    void source.return?.().catch(() => undefined);
  }
}
