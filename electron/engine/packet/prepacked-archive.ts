// archiver as the zip writer for entries that are deflated already. Runs in the engine's process.
//
// note: archiver seam
// archiver has no public way to take ready entries. Its zip engine (compress-commons) writes an entry in `_appendStream` or
// `_appendBuffer`: header, deflate, then sizes. Overriding these on the engine lets the header carry the known sizes and the
// ready bytes follow. It writes a header in a dozen pieces of two or four bytes; they are gathered. archiver is pinned; test/conformance/prepacked-archive.test.ts opens what comes out
// with several zip readers, and this file refuses an archiver of another shape at once.
import type { Readable } from 'node:stream';
import { ZipArchive } from 'archiver';

const GATHER_BYTES = 256 * 1024;

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
  _appendBuffer(
    entry: EngineEntry,
    source: Buffer,
    done: (error: Error | null, entry: EngineEntry) => void,
  ): void;
  /** Where the next byte comes in the zip; counted by `write`. */
  offset: number;
  write(chunk: string | Buffer, done?: (error?: Error | null) => void): boolean;
  end(): void;
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
    engine._appendStream = (entry, source, done) => {
      this.#writeHeader(engine, entry);
      source.once('error', (error) => done(error, entry));
      source.once('end', () => {
        engine._afterAppend(entry);
        done(null, entry);
      });
      source.pipe(engine as unknown as NodeJS.WritableStream, { end: false });
    };
    engine._appendBuffer = (entry, bytes, done) => {
      this.#writeHeader(engine, entry);
      engine.write(bytes);
      engine._afterAppend(entry);
      done(null, entry);
    };
    gatherWrites(engine);
  }

  #writeHeader(engine: ZipEngine, entry: EngineEntry): void {
    const sizes = this.#sizes.get(entry.getName());
    if (sizes === undefined) throw new Error(`no sizes for ${entry.getName()}`);
    this.#sizes.delete(entry.getName());
    entry.getGeneralPurposeBit().useDataDescriptor(false);
    entry.setCrc(sizes.crc32);
    entry.setSize(sizes.bytes);
    entry.setCompressedSize(sizes.packedBytes);
    // Beyond 4 GiB the engine turns the data descriptor on again by itself (zip64).
    engine._writeLocalFileHeader(entry);
  }

  /**
   * Queues one entry; resolves when it is written, so that one source is open at a time.
   * @param packed raw deflate, as long as `sizes` says.
   */
  add(name: string, modifiedAt: Date, sizes: PackedSizes, packed: Readable | Buffer): Promise<void> {
    this.#sizes.set(name, sizes);
    return new Promise((resolve, reject) => {
      if (!Buffer.isBuffer(packed)) packed.once('error', reject);
      this.archive.once('error', reject);
      this.archive.once('entry', () => {
        this.archive.off('error', reject);
        resolve();
      });
      this.archive.append(packed, { name, date: modifiedAt, mode: 0o644 });
    });
  }
}

/** Lets what is small wait for more, up to `GATHER_BYTES`: one write for some hundred pieces. */
function gatherWrites(engine: ZipEngine): void {
  const { write, end } = engine;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const flush = (done?: (error?: Error | null) => void) => {
    const bytes = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    // It was counted when it came.
    engine.offset -= bytes.length;
    return write.call(engine, bytes, done);
  };
  engine.write = (chunk, done) => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    engine.offset += bytes.length;
    held.push(bytes);
    heldBytes += bytes.length;
    if (heldBytes >= GATHER_BYTES || done !== undefined) return flush(done);
    return true;
  };
  engine.end = () => {
    if (heldBytes > 0) flush();
    end.call(engine);
  };
}
