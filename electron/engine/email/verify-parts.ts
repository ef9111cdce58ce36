// Holds the raw parts of an encrypted packet against the note that came with them, and joins them by hashing. What is
// inside only its recipient can check. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PartsNote } from '#shared/schema/volume.ts';
import { readJsonFile } from '../own-files/read-json-file.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import type { FileState, VerifiedFile, VerifyContext, VerifyReport } from '../packet/verify-packet.ts';
import { readPacketName } from './volume-names.ts';

/** A hundred bytes a part. */
const MAX_NOTE_BYTES = 1024 ** 2;

/** @param notePath of a `.parts.json`; the parts lie beside it. Rejects only when cancelled. */
export async function verifyParts(
  notePath: string,
  { signal, onProgress }: VerifyContext,
): Promise<VerifyReport> {
  const note = await readPartsNote(notePath);
  if (note === undefined) {
    const detail = basename(notePath);
    return { ok: false, files: [], problems: [{ code: 'unknown-format', detail }] };
  }
  const { packet, parts } = note;
  const totals = { totalBytes: packet.bytes, totalFiles: parts.length };
  const meter = new ProgressMeter('check', totals, onProgress);
  const whole = createHash('sha256');
  const files: VerifiedFile[] = [];
  for (const { name, bytes, sha256 } of parts) {
    const own = createHash('sha256');
    const onChunk = meter.file(undefined, name);
    let state: FileState = 'unsafe-name';
    if (name === basename(name) && name !== '' && !/[\\/]/.test(name)) {
      const there = await take(join(dirname(notePath), name), signal, (chunk) => {
        own.update(chunk);
        whole.update(chunk);
        onChunk(chunk.length);
      });
      state = !there ? 'missing' : own.digest('hex') === sha256 ? 'ok' : 'wrong-hash';
    }
    files.push({ path: name, bytes, state });
  }
  const named = (wanted: FileState) => files.filter(({ state }) => state === wanted).map(({ path }) => path);
  const [missing, damaged, unsafe] = [named('missing'), named('wrong-hash'), named('unsafe-name')];
  const isWhole = whole.digest('hex') === packet.sha256;
  const allGood = missing.length + damaged.length + unsafe.length === 0;
  const { caseReference } = readPacketName(packet.name);
  return {
    ok: allGood && isWhole,
    ...(caseReference === undefined ? {} : { caseReference }),
    files,
    problems: [
      ...(missing.length > 0 ? [{ code: 'missing-parts' as const, detail: missing.join(', ') }] : []),
      ...(damaged.length > 0 ? [{ code: 'damaged-parts' as const, detail: damaged.join(', ') }] : []),
      ...(unsafe.length > 0 || (allGood && !isWhole)
        ? [{ code: 'files-differ' as const, detail: unsafe.join(', ') || packet.name }]
        : []),
    ],
  };
}

async function readPartsNote(path: string): Promise<PartsNote | undefined> {
  const file = await readJsonFile(path, MAX_NOTE_BYTES, PartsNote);
  return file.ok ? file.value : undefined;
}

/** @returns whether the part could be read to its end. */
async function take(path: string, signal: AbortSignal, onChunk: (chunk: Buffer) => void): Promise<boolean> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2, signal })) onChunk(chunk);
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
