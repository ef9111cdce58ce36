// Redacts one text as a stream: whatever its encoding, however its bytes come in pieces, in little memory. Runs in the engine's
// process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { NarrowView, type PartHabit, stretchStart } from './encoding/narrow-view.ts';
import { type CleanBytes, SoiledBytes, SoiledUnits } from './encoding/soiled-bytes.ts';
import type { TextKind } from './encoding/text-kind.ts';
import { fromWide, toWide } from './encoding/wide-text.ts';
import { addCounts } from './file-report.ts';
import { scanForNames } from './scan/names-in-run.ts';
import { type CaseNames, LOOK_AHEAD, LOOK_BACK, Scan } from './scan/scan.ts';

/** Goes over the lines of a window. @returns where it stopped: at or after `limit`. */
export type ScanText = (scan: Scan, from: number, limit: number, end: number) => number;

/** What a thread made of whole lines, with the names of the case as it knew them. */
export interface DoneSegment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly counts: readonly (readonly [RedactionRule, number])[];
  /** How many names it knew. */
  readonly names: number;
  readonly habit: PartHabit;
}

/** One text on its way through. Chunks are not kept and not changed. */
export interface TextRedaction {
  /**
   * @param done what a thread made of this chunk: it is taken where this text would have made the same of it.
   * @returns what is decided so far; the rest waits for what follows it, at most some tens of KiB.
   * @throws RangeError where the text turns binary or into another encoding: such a file is withheld.
   */
  write(chunk: Buffer, done?: DoneSegment): Buffer;
  end(): Buffer;
  readonly counts: ReadonlyMap<RedactionRule, number>;
}

/** Beyond what rules may look at: a stretch that is judged as a whole may begin there. */
const HELD_BACK = LOOK_AHEAD + 8 * 1024;
const NONE = Buffer.alloc(0);

interface NarrowOptions {
  /** Watches what is written; left out where that was done before. */
  readonly soiled?: SoiledBytes | CleanBytes;
  /** Counted up. */
  readonly counts?: Map<RedactionRule, number>;
  /** Of a byte order mark that the text begins with: the first line begins behind it. */
  readonly markBytes?: number;
}

export class NarrowRedaction implements TextRedaction {
  readonly #scanText: ScanText;
  readonly #scan: Scan;
  readonly #narrow: NarrowView;
  readonly #soiled: SoiledBytes | CleanBytes | undefined;
  /** What a rule may look back at, then what is not decided; in `store`, which windows share. */
  #raw: Buffer = NONE;
  #store: Buffer = NONE;
  #view: Buffer = NONE;
  #from = 0;
  #viewed = 0;
  #lineStart: number;
  /** Not passed yet. */
  #markBytes: number;
  /** The last byte was a line feed, or none came yet. */
  #isAtLine = true;
  /** Bytes at the end that were not looked at for what no text has; nothing is passed on before they were. */
  #unjudged = 0;

  constructor(
    shared: CaseNames,
    scanText: ScanText,
    narrow: NarrowView,
    { soiled, counts, markBytes = 0 }: NarrowOptions = {},
  ) {
    this.#scan = new Scan(shared, counts);
    this.#scanText = scanText;
    this.#narrow = narrow;
    this.#soiled = soiled;
    this.#markBytes = markBytes;
    this.#lineStart = markBytes;
  }

  get counts(): ReadonlyMap<RedactionRule, number> {
    return this.#scan.counts;
  }

  /** Whether a key or a value goes on behind what was written. */
  get isInside(): boolean {
    return this.#scan.isInside;
  }

  get habit(): PartHabit {
    return this.#narrow.habit;
  }

  write(chunk: Buffer, done?: DoneSegment): Buffer {
    const endsLine = chunk.length === 0 ? this.#isAtLine : chunk[chunk.length - 1] === 0x0a;
    const isOwn = done === undefined || !endsLine || !this.#mayTake(done);
    const ready = isOwn ? this.#write(chunk) : this.#take(chunk, done);
    this.#isAtLine = endsLine;
    return ready;
  }

  /** Between lines, all of it decided and nothing going on, lines mean by themselves what they mean here. */
  #mayTake({ names, habit }: DoneSegment): boolean {
    const isBetween =
      this.#isAtLine && this.#from === this.#raw.length && this.#markBytes === 0 && !this.#scan.isInside;
    return isBetween && names === this.#scan.shared.names.count && this.#narrow.fits(habit);
  }

  #take({ length }: Buffer, { bytes, counts, habit }: DoneSegment): Buffer {
    if (this.#soiled instanceof SoiledBytes) this.#soiled.skip(length);
    this.#narrow.skip(habit);
    addCounts(this.#scan.counts, counts);
    this.#raw = NONE;
    this.#view = NONE;
    this.#from = 0;
    this.#viewed = 0;
    this.#lineStart = 0;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  #write(chunk: Buffer): Buffer {
    this.#add(chunk);
    const afterLine = this.#raw.lastIndexOf(0x0a) + 1;
    const limit = Math.max(afterLine, this.#raw.length - HELD_BACK);
    if (limit <= this.#from) {
      this.#own(0);
      return NONE;
    }
    this.#look(stretchStart(this.#raw, this.#viewed));
    return this.#pass(limit);
  }

  end(): Buffer {
    this.#look(this.#raw.length);
    const rest = this.#pass(this.#raw.length);
    this.#soiled?.end();
    this.#raw = NONE;
    this.#view = NONE;
    this.#store = NONE;
    return rest;
  }

  #add(chunk: Buffer): void {
    const isOwnView = this.#view === this.#raw;
    const had = this.#raw.length;
    const size = had + chunk.length;
    let raw = chunk;
    if (had > 0) {
      if (this.#store.length < size) this.#store = Buffer.allocUnsafeSlow(size + HELD_BACK);
      if (this.#raw.buffer !== this.#store.buffer) this.#store.set(this.#raw);
      this.#store.set(chunk, had);
      raw = this.#store.subarray(0, size);
    }
    this.#view = isOwnView ? raw : Buffer.concat([this.#view, chunk]);
    this.#raw = raw;
    this.#unjudged += chunk.length;
  }

  #look(to: number): void {
    if (to <= this.#viewed) return;
    if (holdsWideText(this.#raw, this.#viewed, to)) throw new RangeError('UTF-16 inside of a text of bytes');
    const masked = this.#narrow.mask(this.#raw, this.#viewed, to);
    if (masked) {
      if (this.#view === this.#raw) this.#view = Buffer.from(this.#raw);
      masked.copy(this.#view, this.#viewed);
    }
    this.#viewed = to;
  }

  #pass(limit: number): Buffer {
    const scan = this.#scan;
    const known = scan.shared.names.count;
    scan.begin(this.#view, this.#raw, this.#from);
    this.#judge();
    scan.lineStart = this.#lineStart;
    const stopped = this.#scanText(scan, this.#from + this.#markBytes, limit, this.#raw.length);
    this.#markBytes = 0;
    const done = scan.finish(stopped);
    const kept = Math.max(0, stopped - LOOK_BACK);
    this.#lineStart = Math.max(0, scan.lineStart - kept);
    this.#from = stopped - kept;
    this.#viewed = Math.max(0, this.#viewed - kept);
    this.#own(kept);
    return scan.shared.names.count > known ? this.#again(done, known) : done;
  }

  /** @throws RangeError where the text under the scanner turned binary. */
  #judge(): void {
    const { memory } = this.#scan;
    const from = this.#raw.length - this.#unjudged;
    this.#unjudged = 0;
    this.#soiled?.pass(this.#raw, from, this.#raw.length, (at, to) => memory.nextControl(at, to));
  }

  /** Keeps what is needed further on: chunks belong to the caller. @param from bytes before it are done with. */
  #own(from: number): void {
    const isOwnView = this.#view === this.#raw;
    if (from > 0 || this.#raw.buffer !== this.#store.buffer) {
      const rest = this.#raw.length - from;
      if (this.#store.length < rest) this.#store = Buffer.allocUnsafeSlow(rest + HELD_BACK);
      this.#store.set(this.#raw.subarray(from));
      this.#raw = this.#store.subarray(0, rest);
    }
    if (isOwnView) this.#view = this.#raw;
    else if (from > 0) this.#view = Buffer.from(this.#view.subarray(from));
  }

  /** Names stood in these bytes before they were learned in them. What was passed on earlier needs the late pass. */
  #again(done: Buffer, known: number): Buffer {
    const { shared, counts } = this.#scan;
    const late = new NarrowRedaction(shared, lateScan(known), new NarrowView(done), { counts });
    return Buffer.concat([late.write(done), late.end()]);
  }
}

/** Looks only for names that were learned when there were `since` of them already. */
export function lateScan(since: number): ScanText {
  return (scan, from, limit, end) => {
    scan.since = since;
    return scanForNames(scan, from, limit, end);
  };
}

/** Windows appends UTF-16 to logs of another encoding: names in it would be overlooked. */
function holdsWideText(raw: Buffer, from: number, to: number): boolean {
  let inTurn = 0;
  let last = -1;
  for (let at = raw.indexOf(0, from); at >= 0 && at < to; at = raw.indexOf(0, at + 1)) {
    inTurn = at === last + 2 && raw[at - 1] !== 0 ? inTurn + 1 : 0;
    if (inTurn >= 6) return true;
    last = at;
  }
  return false;
}

/** UTF-16: the same scanner over the same text in other bytes. */
export class WideRedaction implements TextRedaction {
  readonly #inner: NarrowRedaction;
  readonly #bigEndian: boolean;
  readonly #soiled: SoiledUnits;
  #rest: Buffer = NONE;

  constructor(inner: NarrowRedaction, kind: TextKind) {
    this.#inner = inner;
    this.#bigEndian = kind === 'utf-16be';
    this.#soiled = new SoiledUnits(this.#bigEndian);
  }

  get counts(): ReadonlyMap<RedactionRule, number> {
    return this.#inner.counts;
  }

  write(chunk: Buffer): Buffer {
    const wide = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const { narrow, left } = fromWide(wide, this.#bigEndian);
    this.#soiled.pass(wide.subarray(0, wide.length - left));
    this.#rest = Buffer.from(wide.subarray(wide.length - left));
    return toWide(this.#inner.write(narrow), this.#bigEndian);
  }

  end(): Buffer {
    // Half a pair of surrogates or half a unit at the very end is no text, and stays.
    return Buffer.concat([toWide(this.#inner.end(), this.#bigEndian), this.#rest]);
  }
}
