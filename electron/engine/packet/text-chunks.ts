// The bytes of a source that is in memory already. Runs in the engine's process.
import type { OpenSource } from './file-chunks.ts';

const CHUNK_BYTES = 256 * 1024;

export function openText(bytes: Buffer, modifiedAt: Date, outcome: OpenSource['outcome']): OpenSource {
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  };
  return { chunks: chunks(), modifiedAt, outcome };
}
