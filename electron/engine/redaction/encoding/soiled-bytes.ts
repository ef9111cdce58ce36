// Bytes that no text has, counted all along a file: one that turns binary behind its first bytes must not leave unread. Runs in
// the engine's process.

/** Judged in pieces of so many bytes: small, so that little of another format hides among much text. */
const PIECE = 4096;
/** In one piece: more than these are no trace of a crash. */
const MOST_CONTROLS = 20;
const MOST_ZEROS = 3;
/** Logs are written ahead with zeros, or end in them after a crash: nothing hides in a long stretch of them. */
export const ZEROS_AT_ONCE = 16;
/** Letters in a row, two to a unit of UTF-16: text of bytes, in which names would be overlooked. */
const LETTER_PAIRS_IN_ROW = 24;

/** 1 for controls that text does not have: all but bell to carriage return, the old end of a file, escape. */
export const STRANGE = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 || byte === 0x7f) && !((byte >= 0x07 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b)
    ? 1
    : 0,
);

/** Reads a text once, from its start. */
export class SoiledBytes {
  /** Bytes that were judged as a whole before. */
  #judged: number;
  #left = PIECE;
  #controls = 0;
  #zeros = 0;
  #run = 0;

  /** @param judged so many bytes at the start are known to be text. */
  constructor(judged: number) {
    this.#judged = judged;
  }

  /** @throws RangeError where the text turns into something else. */
  pass(bytes: Uint8Array): void {
    const known = Math.min(this.#judged, bytes.length);
    this.#judged -= known;
    for (let at = known; at < bytes.length; ) {
      const end = Math.min(bytes.length, at + this.#left);
      this.#left -= end - at;
      this.#piece(bytes, at, end);
      at = end;
      if (this.#controls > MOST_CONTROLS) throw new RangeError('a text turned binary');
      if (this.#left === 0) this.#nextPiece();
    }
  }

  /** Four bytes at a time: none of them below a blank means that there is nothing to see. */
  #piece(bytes: Uint8Array, from: number, end: number): void {
    let at = from;
    const skew = (4 - ((bytes.byteOffset + from) & 3)) & 3;
    const aligned = Math.min(end, from + skew);
    const words = (end - aligned) >> 2;
    at = this.#bytes(bytes, at, aligned);
    if (words > 0) {
      const quads = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, words);
      for (let quad = 0; quad < words; quad += 1) {
        const value = quads[quad] as number;
        if (((value - 0x20202020) & ~value & 0x80808080) !== 0 || this.#run !== 0)
          this.#bytes(bytes, at, at + 4);
        at += 4;
      }
    }
    this.#bytes(bytes, at, end);
  }

  #bytes(bytes: Uint8Array, from: number, to: number): number {
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= 0x20 || STRANGE[byte] === 0) {
        if (this.#run !== 0) this.#endRun();
      } else if (byte === 0) this.#run += 1;
      else this.#controls += 1;
    }
    return to;
  }

  /** To be called after the last byte. */
  end(): void {
    this.#endRun();
  }

  #endRun(): void {
    if (this.#run < ZEROS_AT_ONCE) this.#zeros += this.#run;
    this.#run = 0;
    if (this.#zeros > MOST_ZEROS) throw new RangeError('a text turned binary');
  }

  #nextPiece(): void {
    this.#left = PIECE;
    this.#controls = 0;
    this.#zeros = 0;
  }
}

/** The same for UTF-16: after it a program wrote bytes. */
export class SoiledUnits {
  readonly #high: 0 | 1;
  #inRow = 0;

  constructor(bigEndian: boolean) {
    this.#high = bigEndian ? 0 : 1;
  }

  /** @param wide whole units. @throws RangeError where the text turns into another encoding. */
  pass(wide: Uint8Array): void {
    for (let at = 0; at + 1 < wide.length; at += 2) {
      if ((wide[at + this.#high] as number) === 0) this.#inRow = 0;
      else if (!isLetterPair(wide[at] as number, wide[at + 1] as number)) this.#inRow = 0;
      else this.#inRow += 1;
      if (this.#inRow >= LETTER_PAIRS_IN_ROW) throw new RangeError('text of bytes inside of UTF-16');
    }
  }
}

function isLetterPair(first: number, second: number): boolean {
  return isPlain(first) && isPlain(second);
}

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
