// The bytes of a source, whatever happens to it meanwhile: trouble ends the file early and is told, never thrown.
// Runs in the engine's process.
import { setTimeout as delay } from 'node:timers/promises';
import type { Cut } from '#shared/schema/manifest.ts';
import type { Note, Source } from '../collectors/collector.ts';
import { type Host, isTrouble, type OpenFile } from '../host/host.ts';

const CHUNK_BYTES = 256 * 1024;
/** A read that takes longer hangs: a dead share, a sick disk. */
const STALL_MS = 30_000;
/** How far into the newest part the first whole line is looked for. */
const LINE_BYTES = 64 * 1024;

/** A source ready to be read once. After the last chunk, `cut` and `note` say whether all of it came. */
export interface OpenSource {
  readonly chunks: AsyncIterable<Buffer>;
  readonly modifiedAt: Date;
  readonly outcome: { cut?: Cut; note?: Note };
}

const REASON_OF_CUT: Partial<Record<Cut, string>> = {
  'read-error': 'source-changed',
  'time-limit': 'time-limit',
};

/** @returns the source, or a note that says why there is nothing to read. Throws only when cancelled. */
export async function openSource(
  source: Source,
  host: Host,
  signal: AbortSignal,
): Promise<OpenSource | { readonly note: Note }> {
  switch (source.kind) {
    case 'text':
      return textSource(Buffer.from(source.text), host.now(), {});
    case 'command':
      return openCommand(source, host, signal);
    case 'file':
      return openFileSource(source, host, signal);
  }
}

function textSource(bytes: Buffer, modifiedAt: Date, outcome: OpenSource['outcome']): OpenSource {
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  };
  return { chunks: chunks(), modifiedAt, outcome };
}

async function openCommand(
  { command }: Extract<Source, { kind: 'command' }>,
  host: Host,
  signal: AbortSignal,
): Promise<OpenSource | { readonly note: Note }> {
  const answer = await host.run(command, signal);
  signal.throwIfAborted();
  const about = [command.program, ...command.args].join(' ');
  const detail = answer.stderr.trim().slice(0, 2_000);
  const denied = /permission denied|not permitted|not seeing messages|access is denied/i.test(detail);
  const note: Note = {
    reason: denied ? 'permission-denied' : reasonOf(answer.status),
    about,
    ...(detail === '' ? {} : { detail }),
  };
  const complete = answer.status === 'ok' && !denied;
  if (!complete && answer.stdout.length === 0) return { note };
  const cut: Cut | undefined = answer.truncated
    ? 'size-limit'
    : answer.status === 'timed-out'
      ? 'time-limit'
      : undefined;
  return textSource(answer.stdout, host.now(), {
    ...(cut === undefined ? {} : { cut }),
    ...(complete ? {} : { note }),
  });
}

function reasonOf(status: string): string {
  if (status === 'not-found') return 'not-found';
  return status === 'timed-out' ? 'time-limit' : 'command-failed';
}

async function openFileSource(
  source: Extract<Source, { kind: 'file' }>,
  host: Host,
  signal: AbortSignal,
): Promise<OpenSource | { readonly note: Note }> {
  const file = await host.open(source.path);
  if (isTrouble(file)) {
    const reason = file.trouble === 'ENOENT' ? 'not-found' : 'permission-denied';
    return { note: { reason, about: source.path, detail: file.trouble } };
  }
  const outcome: OpenSource['outcome'] = {};
  const chunks = async function* () {
    try {
      const tail = Math.max(0, file.sizeBytes - (source.tailBytes ?? Number.POSITIVE_INFINITY));
      const start = tail > 0 ? await nextLine(file, tail) : 0;
      if (tail > 0) outcome.cut = 'size-limit';
      yield* readBounded(file, start, outcome, signal);
    } finally {
      await file.close();
    }
    const reason = outcome.cut && REASON_OF_CUT[outcome.cut];
    if (reason !== undefined) outcome.note = { reason, about: source.path };
  };
  return { chunks: chunks(), modifiedAt: file.modifiedAt, outcome };
}

/** Reads up to the size seen at open, then tells whether the file changed. */
async function* readBounded(
  file: OpenFile,
  start: number,
  outcome: OpenSource['outcome'],
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  let position = start;
  while (position < file.sizeBytes) {
    signal.throwIfAborted();
    const target = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, file.sizeBytes - position));
    const length = await inTime(file.read(target, position));
    if (typeof length !== 'number') {
      outcome.cut = length;
      return;
    }
    if (length === 0) {
      outcome.cut = 'shrank';
      return;
    }
    position += length;
    yield target.subarray(0, length);
  }
  const size = await inTime(file.currentSizeBytes());
  if (typeof size === 'number' && size > file.sizeBytes) outcome.cut ??= 'grew';
  if (typeof size === 'number' && size < file.sizeBytes) outcome.cut ??= 'shrank';
}

async function inTime(read: Promise<number>): Promise<number | 'read-error' | 'time-limit'> {
  const controller = new AbortController();
  const limit = delay(STALL_MS, 'time-limit' as const, { signal: controller.signal });
  limit.catch(() => undefined);
  try {
    return await Promise.race([read.catch(() => 'read-error' as const), limit]);
  } finally {
    controller.abort();
  }
}

/** @returns where the first whole line after `position` starts, or `position` if there is none nearby. */
async function nextLine(file: OpenFile, position: number): Promise<number> {
  const target = Buffer.allocUnsafe(LINE_BYTES);
  const length = await inTime(file.read(target, position));
  const lineEnd = typeof length === 'number' ? target.subarray(0, length).indexOf('\n') : -1;
  return lineEnd < 0 ? position : position + lineEnd + 1;
}
