// archiver as the zip writer for entries that are deflated already. Runs in the engine's process.
//
// note: archiver seam
// archiver has no public way to take ready entries. Its zip engine (compress-commons) writes a streamed entry in
// `_appendStream`: header, deflate, then sizes. Overriding that one method on the engine lets the header carry the known
// sizes and the ready bytes follow. archiver is pinned; test/conformance/prepacked-archive.test.ts opens what comes out
// with several zip readers, and this file refuses an archiver of another shape at once.
import type { Readable } from 'node:stream';
import { ZipArchive } from 'archiver';

/** What a zip header says of an entry. */
export interface PackedSizes {
  readonly crc32: number;
  readonly bytes: number;
  readonly packedBytes: number;
}

interface EngineEntry {
  getName(): string;
  getGeneralPurposeBit(): { useDataDescriptor(use: boolean): void };
  setCrc(crc: number): void;
  setSize(bytes: number): void;
  setCompressedSize(bytes: number): void;
}

interface ZipEngine {
  _appendStream(
    entry: EngineEntry,
    source: Readable,
    done: (error: Error | null, entry: EngineEntry) => void,
  ): void;
  _writeLocalFileHeader(entry: EngineEntry): void;
  _afterAppend(entry: EngineEntry): void;
  emit(event: 'error', error: Error): void;
}

export class PrepackedArchive {
  readonly archive: ZipArchive;
  readonly #sizes = new Map<string, PackedSizes>();

  constructor() {
    // DOS times are local: without this a file of 10:00 in Shanghai shows as 02:00.
    this.archive = new ZipArchive({ forceLocalTime: true });
    const engine = (this.archive as unknown as { _module: { engine: ZipEngine } })._module.engine;
    if (typeof engine._appendStream !== 'function' || typeof engine._afterAppend !== 'function') {
      throw new Error('archiver has another zip engine than the one this file is written for');
    }
    engine._appendStream = (entry, source, done) => this.#append(engine, entry, source, done);
  }

  #append(
    engine: ZipEngine,
    entry: EngineEntry,
    source: Readable,
    done: Parameters<ZipEngine['_appendStream']>[2],
  ): void {
    const sizes = this.#sizes.get(entry.getName());
    if (sizes === undefined) throw new Error(`no sizes for ${entry.getName()}`);
    this.#sizes.delete(entry.getName());
    entry.getGeneralPurposeBit().useDataDescriptor(false);
    entry.setCrc(sizes.crc32);
    entry.setSize(sizes.bytes);
    entry.setCompressedSize(sizes.packedBytes);
    // Beyond 4 GiB the engine turns the data descriptor on again by itself (zip64).
    engine._writeLocalFileHeader(entry);
    source.once('error', (error) => done(error, entry));
    source.once('end', () => {
      engine._afterAppend(entry);
      done(null, entry);
    });
    source.pipe(engine as unknown as NodeJS.WritableStream, { end: false });
  }

  /**
   * Queues one entry; resolves when it is written, so that one source is open at a time.
   * @param packed raw deflate, as long as `sizes` says.
   */
  add(name: string, modifiedAt: Date, sizes: PackedSizes, packed: Readable): Promise<void> {
    this.#sizes.set(name, sizes);
    return new Promise((resolve, reject) => {
      packed.once('error', reject);
      this.archive.once('error', reject);
      this.archive.once('entry', () => {
        this.archive.off('error', reject);
        resolve();
      });
      this.archive.append(packed, { name, date: modifiedAt, mode: 0o644 });
    });
  }
}
