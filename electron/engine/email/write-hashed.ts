// Writes a stream into a new file and hashes it on the way. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeTrouble } from '../trouble.ts';

/**
 * @param path must not exist yet; readable by this user only
 * @param onChunk hears the size of each chunk written
 * @returns size and SHA-256 of what is on disk for certain (fsync). Rejects with Trouble, and when cancelled; a part of the
 * file may exist then.
 */
export async function writeHashed(
  path: string,
  source: Readable,
  onChunk: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      const take = async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          await file.writeFile(chunk);
          bytes += chunk.length;
          onChunk(chunk.length);
        }
      };
      await pipeline(source, take, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    throw writeTrouble(error, path);
  }
}
