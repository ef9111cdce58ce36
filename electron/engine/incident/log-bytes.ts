// A log's text as bytes in which line ends and digits are ASCII: compressed logs unpacked, UTF-16 turned into UTF-8,
// everything else as it is. Runs in the engine's process.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Host } from '../host/host.ts';
import { detectLogEncoding, logDecoder } from '../logs/log-encoding.ts';
import { openFileSource } from '../packet/file-chunks.ts';
import type { IncidentLog } from './incident-log.ts';

/** Logs roll at 5 MB; what unpacks to more than this is no log. */
const MAX_UNPACKED_BYTES = 512 * 1024 ** 2;

/**
 * @param range of the text's bytes, which are the file's only where it is neither compressed nor UTF-16.
 * @returns nothing where the file cannot be read. Throws only when cancelled.
 */
export async function* logBytes(
  host: Host,
  log: IncidentLog,
  range: { from: number; to?: number },
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const wide = await isWide(host, log, signal);
  if (!wide && log.log.compression === undefined) {
    yield* fileBytes(host, log, range, signal);
    return;
  }
  const { from, to = MAX_UNPACKED_BYTES } = range;
  let at = 0;
  for await (const chunk of unpacked(host, log, wide, signal)) {
    const wanted = chunk.subarray(Math.max(0, from - at), Math.max(0, to - at));
    at += chunk.length;
    if (wanted.length > 0) yield wanted;
    if (at >= to) return;
  }
}

async function isWide(host: Host, log: IncidentLog, signal: AbortSignal): Promise<boolean> {
  for await (const chunk of plainBytes(host, log, signal)) {
    return detectLogEncoding(chunk.subarray(0, 4096)).encoding.startsWith('utf-16');
  }
  return false;
}

async function* unpacked(
  host: Host,
  log: IncidentLog,
  wide: boolean,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  let decoder: ReturnType<typeof logDecoder> | undefined;
  for await (const chunk of plainBytes(host, log, signal)) {
    if (!wide) yield chunk;
    else {
      decoder ??= logDecoder(detectLogEncoding(chunk.subarray(0, 4096)).encoding);
      yield Buffer.from(decoder.decode(chunk, { stream: true }));
    }
  }
}

function plainBytes(host: Host, log: IncidentLog, signal: AbortSignal): AsyncGenerator<Buffer> {
  const bytes = fileBytes(host, log, { from: 0 }, signal);
  return log.log.compression === 'gz' ? gunzipped(bytes, signal) : bytes;
}

async function* fileBytes(
  host: Host,
  { file, path, within, sizeBytes, modifiedAt }: IncidentLog,
  range: { from: number; to?: number },
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const source = { kind: 'file', name: file, path, within, sizeBytes, modifiedAt, range } as const;
  const opened = await openFileSource(source, host, signal);
  if ('chunks' in opened) yield* opened.chunks;
}

async function* gunzipped(bytes: AsyncGenerator<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch {
    // A damaged archive ends where the damage begins.
    signal.throwIfAborted();
  }
}
