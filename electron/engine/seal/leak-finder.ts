// Searches one text, piece by piece and in every encoding it may have, for names that must not be in it (see note: seal check).
// Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { addressAt, type Edges } from './find-address.ts';
import { SECRET_STARTS, secretAt } from './find-secret.ts';
import { isInPlace, PLACE_BYTES } from './name-place.ts';
import { Place, Sieve } from './sieve/sieve.ts';
import { HEAD_BYTES, type SoughtBytes, type SoughtName, type SoughtNames } from './sought-names.ts';

/** Kept from piece to piece: longer than every name. Even, so that UTF-16 stays in step. */
const OVERLAP_BYTES = 2048;

/** Lower-case code of a letter or digit; 0 of everything else. */
const WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte).toLowerCase().charCodeAt(0) : 0,
);

const SECRET_HEADS = new Set(SECRET_STARTS.map((start) => start.slice(0, HEAD_BYTES)));

/** One for all texts of this thread, made when it is needed. */
let sieve: Sieve | undefined;

export class LeakFinder {
  readonly #names: SoughtNames;
  #tail: Buffer = Buffer.alloc(0);
  #first = true;
  #isOver = false;
  #found: RedactionRule | undefined;

  constructor(names: SoughtNames) {
    this.#names = names;
  }

  /** What was found first, by its rule; never the name itself. */
  get found(): RedactionRule | undefined {
    return this.#found;
  }

  /** @param isLast nothing follows: so its end is searched once only. */
  write(chunk: Buffer, isLast = false): void {
    if (this.#found !== undefined) return;
    this.#search(chunk, isLast);
    this.#isOver = isLast;
  }

  end(): RedactionRule | undefined {
    if (!this.#isOver && this.#found === undefined) this.#search(Buffer.alloc(0), true);
    return this.#found;
  }

  /** What touches an edge of the piece is in the next one whole, or was in the last one. */
  #search(chunk: Buffer, last: boolean): void {
    const ours = sieveOfThread();
    const bytes = ours.take(this.#names, this.#tail, chunk);
    const edges = { first: this.#first, last };
    // An even number of bytes is left behind each time.
    const keep = Math.min(bytes.length, OVERLAP_BYTES + (bytes.length % 2));
    this.#first &&= keep === bytes.length;
    this.#tail = Buffer.from(bytes.subarray(bytes.length - keep));
    this.#found = searchTaken(ours, bytes, this.#names, edges, this.#names.wide);
    if (this.#found !== undefined || bytes.indexOf(0) < 0) return;
    // The next text takes its place.
    const wide = Buffer.from(bytes);
    const search = (from: number, lowAt: number, narrowEdges: Edges) => {
      const narrow = ours.take(this.#names, narrowed(wide, from, lowAt));
      return searchTaken(ours, narrow, this.#names, narrowEdges);
    };
    for (const lowAt of [0, 1]) {
      this.#found ??= search(0, lowAt, edges);
      // Out of step, half a character is missing at either end.
      this.#found ??= search(1, lowAt, { first: false, last: false });
    }
  }
}

function sieveOfThread(): Sieve {
  sieve ??= new Sieve();
  return sieve;
}

/**
 * Searches what was taken last.
 * @param wide names in UTF-16, where the bytes are as they came.
 */
function searchTaken(
  taken: Sieve,
  bytes: Buffer,
  names: SoughtNames,
  edges: Edges,
  wide: readonly SoughtBytes[] = [],
): RedactionRule | undefined {
  let holdsText = false;
  const visit = (kind: number, at: number) => {
    if (kind === Place.address) return addressAt(bytes, at, names, edges);
    if (kind !== Place.anywhere) return wordAt(bytes, at, names, edges, kind === Place.behindCharacter);
    const heads = headsAt(bytes, at);
    holdsText ||= heads.some((head) => isTextAt(bytes, at, names.texts.get(head)));
    return heads.some((head) => SECRET_HEADS.has(head)) ? secretAt(bytes, at, edges.last) : undefined;
  };
  const found = taken.search(visit);
  if (found !== undefined || !holdsText) return found;
  return containing(bytes, names.narrow) ?? containing(bytes, wide);
}

/**
 * UTF-16 as one byte a character; what is no ASCII becomes a byte that is in no word.
 * @param lowAt which of its two bytes an ASCII character is in.
 */
function narrowed(bytes: Buffer, start: number, lowAt: number): Buffer {
  const narrow = Buffer.allocUnsafe((bytes.length - start) >> 1);
  for (let from = start, to = 0; to < narrow.length; from += 2, to += 1) {
    const low = bytes[from + lowAt] ?? 0;
    narrow[to] = bytes[from + 1 - lowAt] === 0 && low < 0x80 ? low : 0x80;
  }
  return narrow;
}

function containing(bytes: Buffer, sought: readonly SoughtBytes[]): RedactionRule | undefined {
  return sought.find((one) => bytes.includes(one.bytes))?.rule;
}

function isTextAt(bytes: Buffer, at: number, texts: readonly SoughtBytes[] = []): boolean {
  return texts.some((text) => bytes.subarray(at, at + text.bytes.length).equals(text.bytes));
}

/** What may be the head of what begins there. */
function headsAt(bytes: Buffer, at: number): string[] {
  const longest = bytes.toString('latin1', at, at + HEAD_BYTES);
  return Array.from(longest, (_, last) => longest.slice(0, last + 1));
}

/** @param behindCharacter the word's first byte is the second one of the Chinese character before it. */
function wordAt(
  bytes: Buffer,
  start: number,
  names: SoughtNames,
  edges: Edges,
  behindCharacter: boolean,
): RedactionRule | undefined {
  for (const head of headsAt(bytes, start)) {
    const found = names.words
      .get(head.toLowerCase())
      ?.find((name) =>
        behindCharacter
          ? name.headAt === 0 && standsAt(bytes, start, name, { ...edges, first: true }, true)
          : standsAt(bytes, start - name.headAt, name, edges),
      );
    if (found !== undefined) return found.rule;
  }
  return undefined;
}

/** Whether the whole name stands there, with no letter or digit on either side. */
function standsAt(
  bytes: Buffer,
  from: number,
  { bytes: name, place }: SoughtName,
  { first, last }: Edges,
  behindCharacter = false,
): boolean {
  const to = from + name.length;
  if (from < 0 || to > bytes.length) return false;
  if ((from === 0 && !first) || (to === bytes.length && !last)) return false;
  for (let at = 0; at < name.length; at += 1) {
    const byte = bytes[from + at] as number;
    if ((WORD[byte] || byte) !== name[at]) return false;
  }
  const before = from > 0 && !behindCharacter && WORD[bytes[from - 1] as number] !== 0;
  if (before || (to < bytes.length && WORD[bytes[to] as number] !== 0)) return false;
  if (place === undefined) return true;
  // What stands around it is whole in this piece, or in the next one or the last.
  if ((from < PLACE_BYTES && !first) || (to + PLACE_BYTES > bytes.length && !last)) return false;
  return isInPlace(bytes, from, to, place);
}
