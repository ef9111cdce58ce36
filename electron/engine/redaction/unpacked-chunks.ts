// The bytes inside a gzip or bzip2 file, within limits, and bytes packed as gzip again. Runs in the engine's process.
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import unbzip2 from 'unbzip2-stream';
import type { FileReport } from './file-report.ts';

const CHUNK_BYTES = 256 * 1024;
/** What unpacks to more than this is no rolled log. */
const MAX_BYTES = 4 * 1024 ** 3;
/** Logs shrink to a hundredth at most; what grows by more than this, beyond what is small anyway, is a bomb. */
const MAX_RATIO = 250;
const SMALL_BYTES = 64 * 1024 ** 2;
/** The spool, which packs again, cannot make it smaller: speed goes before size. */
const LEVEL = 5;

/** Throws only when cancelled; damage and size go into the report and end the bytes. */
export async function* unpackedChunks(
  kind: 'gzip' | 'bzip2',
  packed: AsyncIterable<Buffer>,
  report: FileReport,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  let packedBytes = 0;
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      yield chunk;
    }
  };
  try {
    for await (const chunk of kind === 'gzip' ? gunzipped(counted()) : bunzipped(counted())) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES || (bytes > SMALL_BYTES && bytes > MAX_RATIO * packedBytes)) {
        report.withheld = 'archive-too-large';
        return;
      }
      yield chunk;
    }
  } catch {
    signal.throwIfAborted();
    report.withheld = 'archive-damaged';
  }
}

/** Packs bytes as gzip, without the name and time that its header may hold. */
export function gzipped(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return through(chunks, createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES }));
}

function gunzipped(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return through(packed, createGunzip({ chunkSize: CHUNK_BYTES }));
}

/** Errors of the source come out of the stream as its own. */
function through(chunks: AsyncIterable<Buffer>, stream: NodeJS.ReadWriteStream): AsyncIterable<Buffer> {
  pipeline(Readable.from(chunks), stream, () => undefined);
  return stream as unknown as AsyncIterable<Buffer>;
}

/** The decoder works while it is written to, so it is fed in pieces and has no queue to run full. */
async function* bunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = unbzip2();
  const ready: Buffer[] = [];
  let trouble: Error | undefined;
  decoder.on('data', (chunk: Buffer) => ready.push(chunk));
  decoder.on('error', (error: Error) => {
    trouble = error;
  });
  const give = function* () {
    if (trouble !== undefined) throw trouble;
    yield* ready.splice(0);
  };
  for await (const chunk of packed) {
    decoder.write(chunk);
    yield* give();
  }
  decoder.end();
  yield* give();
}
