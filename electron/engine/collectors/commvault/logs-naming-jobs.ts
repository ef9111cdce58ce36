// Which logs name one of the case's jobs: asked only when a size limit forces a choice, and of the most useful part of the
// logs only, so that planning stays quick. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import type { LogFile } from './log-file.ts';

/** What is read in all; beyond it a log counts as not naming the job. */
const MAX_READ_BYTES = 64 * 1024 ** 2;
const CHUNK_BYTES = 1024 ** 2;

/** @param files the most useful first. */
export async function logsNamingJobs(
  jobIds: readonly string[],
  files: readonly LogFile[],
  host: Host,
  signal: AbortSignal,
): Promise<ReadonlySet<LogFile>> {
  const named = new Set<LogFile>();
  if (jobIds.length === 0) return named;
  // No digit before or behind, else 230801 would be found in 1230801; a zero byte between digits is UTF-16.
  const pattern = new RegExp(
    jobIds.map((id) => `(?<![0-9]\\0?)${[...id].join('\\0?')}(?!\\0?[0-9])`).join('|'),
  );
  let leftBytes = MAX_READ_BYTES;
  for (const file of files) {
    signal.throwIfAborted();
    if (file.log.compression !== undefined || file.sizeBytes > leftBytes) continue;
    leftBytes -= file.sizeBytes;
    if (await names(pattern, file, host)) named.add(file);
  }
  return named;
}

async function names(pattern: RegExp, { path, within, sizeBytes }: LogFile, host: Host): Promise<boolean> {
  const file = await host.open(path, within);
  if (isTrouble(file)) return false;
  try {
    const target = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, sizeBytes));
    let rest = '';
    for (let position = 0; position < sizeBytes; ) {
      const length = await file.read(target, position).catch(() => 0);
      if (length === 0) return false;
      position += length;
      const text = rest + target.toString('latin1', 0, length);
      if (pattern.test(text)) return true;
      // A number may lie across two reads.
      rest = text.slice(-64);
    }
    return false;
  } finally {
    await file.close();
  }
}
