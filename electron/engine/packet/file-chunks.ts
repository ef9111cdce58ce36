// The bytes of a file that others write meanwhile: up to the size seen at open, each step within its time.
// Runs in the engine's process.
import type { Facts } from '#shared/schema/facts.ts';
import type { Cut } from '#shared/schema/manifest.ts';
import type { Note, Source } from '../collectors/collector.ts';
import { fileNote } from '../collectors/trouble-note.ts';
import { type FileTrouble, type Host, isTrouble, type OpenFile } from '../host/host.ts';
import { markOwn } from '../own-memory.ts';
import { inTime } from './in-time.ts';

const CHUNK_BYTES = 256 * 1024;
/** How far into the newest part the first whole line is looked for. */
const LINE_BYTES = 64 * 1024;

/** A source ready to be read once. After the last chunk, `cut` and `note` say whether all of it came. */
export interface OpenSource {
  readonly chunks: AsyncIterable<Buffer>;
  readonly modifiedAt: Date;
  readonly outcome: {
    cut?: Cut;
    notes?: readonly Note[];
    leftOut?: readonly Note[];
    facts?: Facts;
    quotes?: readonly string[];
  };
}

type FileSource = Extract<Source, { kind: 'file' }>;

/** @returns the file, or a note that says why it cannot be read. Throws only when cancelled. */
export async function openFileSource(
  source: FileSource,
  host: Host,
  signal: AbortSignal,
): Promise<OpenSource | { readonly note: Note }> {
  const opening = host.open(source.path, source.within);
  const closeLate = async () => {
    const late = await opening;
    if (!isTrouble(late)) await late.close().catch(() => undefined);
  };
  let file: Awaited<typeof opening> | 'time-limit' = 'time-limit';
  try {
    file = await inTime(opening, signal);
  } finally {
    // Given up, or cancelled: it may open yet.
    if (file === 'time-limit') void closeLate();
  }
  if (file === 'time-limit') return { note: { reason: 'time-limit', about: source.path } };
  if (isTrouble(file)) return { note: fileNote(source.path, file.trouble) };
  const outcome: OpenSource['outcome'] = {};
  return { chunks: fileChunks(source, file, outcome, signal), modifiedAt: file.modifiedAt, outcome };
}

async function* fileChunks(
  source: FileSource,
  file: OpenFile,
  outcome: OpenSource['outcome'],
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  try {
    const { from = 0, to = file.sizeBytes } = source.range ?? {};
    const tail = Math.min(to, file.sizeBytes) - (source.tailBytes ?? Number.POSITIVE_INFINITY);
    const start = tail > from ? await nextLine(file, tail, signal) : from;
    if (tail > from) outcome.cut = 'size-limit';
    else if (source.range !== undefined) outcome.cut = 'time-window';
    yield* boundedChunks(source.path, file, { start, end: to }, outcome, signal);
  } finally {
    const closed = file.close().catch(() => undefined);
    // Closing waits for the read that hangs, so we do not wait for it.
    if (outcome.cut !== 'time-limit' && !signal.aborted) await closed;
  }
}

/** Reads up to the size seen at open, then tells whether the file changed. */
async function* boundedChunks(
  path: string,
  file: OpenFile,
  { start, end: wanted }: { start: number; end: number },
  outcome: OpenSource['outcome'],
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const end = Math.min(wanted, file.sizeBytes);
  let position = start;
  while (position < end) {
    const target = markOwn(Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - position)));
    const length = await inTime(readAt(file, target, position), signal);
    if (typeof length !== 'number') {
      outcome.cut = length === 'time-limit' ? length : 'read-error';
      outcome.notes = [
        length === 'time-limit' ? { reason: length, about: path } : fileNote(path, length.trouble),
      ];
      return;
    }
    if (length === 0) {
      outcome.cut = 'shrank';
      return;
    }
    position += length;
    yield target.subarray(0, length);
  }
  const size = await inTime(file.currentSizeBytes().catch(troubleOf), signal);
  if (typeof size === 'number' && size > file.sizeBytes && end === file.sizeBytes) outcome.cut ??= 'grew';
  if (typeof size === 'number' && size < file.sizeBytes) outcome.cut ??= 'shrank';
}

/** @returns where the first whole line after `position` starts, or `position` if there is none nearby. */
async function nextLine(file: OpenFile, position: number, signal: AbortSignal): Promise<number> {
  const target = Buffer.allocUnsafe(LINE_BYTES);
  const length = await inTime(readAt(file, target, position), signal);
  const lineEnd = typeof length === 'number' ? target.subarray(0, length).indexOf('\n') : -1;
  return lineEnd < 0 ? position : position + lineEnd + 1;
}

function readAt(file: OpenFile, target: Buffer, position: number): Promise<number | FileTrouble> {
  return file.read(target, position).catch(troubleOf);
}

function troubleOf(error: NodeJS.ErrnoException): FileTrouble {
  return { trouble: error.code ?? error.message };
}
