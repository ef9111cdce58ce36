// Small files of one collector, read many at a time: one by one each costs more waiting and more calls than work. Runs in the
// engine's process.
import type { Note, Source } from '../collectors/collector.ts';
import { fileNote } from '../collectors/trouble-note.ts';
import { isTrouble, type WholeFile, type WholeFileReader, type WholeFiles } from '../host/host.ts';
import { WHOLE_FILE_BYTES } from '../host/read-whole-files.ts';
import type { OpenSource } from './file-chunks.ts';
import { inTime } from './in-time.ts';

/** Files are read together until they have so many bytes, or are so many. */
const BATCH_BYTES = 1024 ** 2;
const BATCH_FILES = 100;
/** A disk or share where each waits so long is asked for several at the same time. */
const SLOW_FILE_MS = 4;

type FileSource = Extract<Source, { kind: 'file' }>;

export class SmallFiles {
  readonly #sources: readonly FileSource[];
  readonly #signal: AbortSignal;
  #reader: WholeFileReader | undefined;
  #asked = 0;
  /** Files that are on their way, or read and not asked for yet. */
  readonly #coming = new Map<
    Source,
    { readonly batch: Promise<WholeFiles | undefined>; readonly at: number }
  >();

  /** @param reader stays open, but where it hangs. */
  constructor(sources: readonly Source[], reader: WholeFileReader | undefined, signal: AbortSignal) {
    this.#sources = reader === undefined ? [] : sources.filter(isSmall);
    this.#reader = reader;
    this.#signal = signal;
  }

  /**
   * To be called for the sources in their order.
   * @returns the file, or a note that says why it cannot be read; undefined where the source is to be opened by itself.
   * Rejects when cancelled.
   */
  async open(source: Source): Promise<OpenSource | { readonly note: Note } | undefined> {
    if (source.kind !== 'file') return undefined;
    if (!this.#coming.has(source)) this.#askForMore();
    const coming = this.#coming.get(source);
    if (coming === undefined) return undefined;
    this.#coming.delete(source);
    // The next ones are read while these are worked on.
    if (this.#coming.size < BATCH_FILES / 2) this.#askForMore();
    const file = (await coming.batch)?.files[coming.at];
    if (file === undefined) return undefined;
    return isTrouble(file) ? { note: fileNote(source.path, file.trouble) } : openWhole(source, file);
  }

  #askForMore(): void {
    const from = this.#asked;
    let bytes = 0;
    while (this.#asked < this.#sources.length && this.#asked - from < BATCH_FILES && bytes < BATCH_BYTES) {
      bytes += this.#sources[this.#asked]?.sizeBytes ?? 0;
      this.#asked += 1;
    }
    const files = this.#sources.slice(from, this.#asked);
    if (files.length === 0) return;
    const batch = this.#read(files);
    // Whoever is cancelled meanwhile does not ask for it.
    batch.catch(() => undefined);
    for (const [at, file] of files.entries()) this.#coming.set(file, { batch, at });
  }

  /** @returns undefined where the thread does not answer in time, or not any more: each file has its own time then. */
  async #read(files: readonly FileSource[]): Promise<WholeFiles | undefined> {
    const reader = this.#reader;
    if (reader === undefined) return undefined;
    const answer = await inTime(
      reader.read(files).catch(() => undefined),
      this.#signal,
    );
    // Nobody else is to wait for it.
    if (answer === 'time-limit') reader.close();
    const read = answer === 'time-limit' ? undefined : answer;
    if (read === undefined || read.tookMs > files.length * SLOW_FILE_MS) this.#reader = undefined;
    return read;
  }
}

/** @returns whether it is worth reading together with others. */
export function isSmall(source: Source): source is FileSource {
  if (source.kind !== 'file' || source.picture) return false;
  return source.sizeBytes <= Math.min(WHOLE_FILE_BYTES, source.tailBytes ?? WHOLE_FILE_BYTES);
}

/** As it comes when it is opened by itself; undefined where it grew so much that only a part of it is taken. */
function openWhole(source: FileSource, file: WholeFile): OpenSource | undefined {
  const { range, tailBytes } = source;
  const { bytes, sizeBytes, modifiedAt } = file;
  if (tailBytes !== undefined && sizeBytes > tailBytes) return undefined;
  const wanted = bytes.subarray(range?.from ?? 0, range?.to);
  const chunks = async function* () {
    if (wanted.length > 0) yield wanted;
  };
  return { chunks: chunks(), modifiedAt, outcome: outcomeOf(source, file) };
}

function outcomeOf({ path, range }: FileSource, file: WholeFile): OpenSource['outcome'] {
  const { bytes, sizeBytes, currentSizeBytes = sizeBytes, readTrouble } = file;
  const { from = 0, to = sizeBytes } = range ?? {};
  const end = Math.min(to, sizeBytes);
  if (bytes.length < end && from < end) {
    if (readTrouble === undefined) return { cut: 'shrank' };
    return { cut: 'read-error', notes: [fileNote(path, readTrouble)] };
  }
  if (range !== undefined) return { cut: 'time-window' };
  if (currentSizeBytes === sizeBytes) return {};
  return { cut: currentSizeBytes > sizeBytes ? 'grew' : 'shrank' };
}
