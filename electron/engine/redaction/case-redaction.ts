// The redaction of one case: its redactor and its map of stand-ins, over all its files, names and facts. Runs in the engine's
// process.
import { availableParallelism } from 'node:os';
import type { RedactionLevel } from '#shared/schema/redaction.ts';
import type { FileReport } from './file-report.ts';
import { redactedChunks } from './redacted-chunks.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import type { StandIns } from './stand-ins.ts';
import { ThreadedRedaction } from './threaded-redaction.ts';

/** More of them would wait for the one that packs. */
const MAX_THREADS = 3;
/** The one that reads and redacts, and the one that packs: with two cores a third only takes time from them, measured. */
const OWN_THREADS = 2;

/** What is done with one file besides redacting it. */
export interface FileOptions {
  /** As the packet will call it. */
  readonly name: string;
  /** What is no text goes as it is. */
  readonly asItIs: boolean;
  readonly privateFolder: string;
  readonly signal: AbortSignal;
}

export class CaseRedaction {
  readonly standIns: StandIns;
  readonly #redactor: Redactor;
  #threads: ThreadedRedaction | undefined;

  /** @param redactor uses these stand-ins. */
  constructor(standIns: StandIns, redactor: Redactor) {
    this.standIns = standIns;
    this.#redactor = redactor;
  }

  /** @param standIns of an earlier packet of the case, or fresh ones. */
  static start(level: RedactionLevel, standIns: StandIns): CaseRedaction {
    return new CaseRedaction(standIns, createRedactor({ level, standIns }));
  }

  get level(): RedactionLevel {
    return this.#redactor.level;
  }

  /** How many names are replaced everywhere; a file that began at a lower number must be searched again. */
  get learned(): number {
    return this.#redactor.learned;
  }

  /** Whether the user must be told that some names are replaced in their own surroundings only. */
  get hasTooManyNames(): boolean {
    return this.#redactor.hasTooManyNames;
  }

  learn(...name: Parameters<Redactor['learn']>): void {
    this.#redactor.learn(...name);
  }

  /** A text of ours: a name, a path, a fact. */
  text(text: string): string {
    return this.#redactor.redactString(text);
  }

  /** The value of a field that says what it holds, such as a host name, which alone may look like any word. */
  field(name: 'host' | 'serial' | 'barcode' | 'database', value: string): string {
    const start = `${name}=`;
    return value === '' ? value : this.#redactor.redactString(`${start}${value}`).slice(start.length);
  }

  /** From now on threads help, until {@link standAlone}. Does nothing where no core is free for them, or none can be started. */
  async startThreads(threadFile: URL): Promise<void> {
    const count = Math.min(MAX_THREADS, availableParallelism() - OWN_THREADS);
    if (count > 0) this.#threads = await ThreadedRedaction.start(threadFile, this.#redactor, count);
  }

  async standAlone(): Promise<void> {
    await this.#threads?.close();
    this.#threads = undefined;
  }

  /** Where threads help: hears each part of a text some time before its turn. */
  get ahead(): ((segment: Buffer) => void) | undefined {
    const threads = this.#threads;
    return threads && ((segment) => threads.offer(segment));
  }

  /** A file that was not redacted yet. Throws only when cancelled, or when the disk is full. */
  file(chunks: AsyncIterable<Buffer>, options: FileOptions, report: FileReport): AsyncGenerator<Buffer> {
    const step = {
      ...options,
      learned: () => this.learned,
      name: (name: string) => this.text(name),
      open: (sample: Buffer) => this.#redactor.openText(sample),
      done: async (segment: Buffer) => this.#threads?.done(segment),
    };
    return redactedChunks(chunks, options.name, step, report);
  }

  /** A redacted file again, for the names that were learned after `since`. Throws as `file` does. */
  again(
    chunks: AsyncIterable<Buffer>,
    since: number,
    options: FileOptions,
    report: FileReport,
  ): AsyncGenerator<Buffer> {
    const step = {
      ...options,
      learned: () => this.learned,
      name: (name: string) => this.text(name),
      open: (sample: Buffer) => this.#redactor.openLate(sample, since),
    };
    return redactedChunks(chunks, options.name, step, report);
  }
}
