// SHA-256 and size of a file on disk, without holding it in memory. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** @param onChunk hears the size of each chunk. Rejects with the system's error, and when cancelled. */
export async function hashFile(
  path: string,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      onChunk(chunk.length);
    }
  };
  await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), take, { signal });
  return { bytes, sha256: hash.digest('hex') };
}
