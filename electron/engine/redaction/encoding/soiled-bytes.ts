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

  /**
   * Goes on with the next bytes of the text.
   * @param bytes where they are from `from` to `to`. @param nextControl where the next control is, as in walk.as.ts.
   * @throws RangeError where the text turns into something else.
   */
  pass(bytes: Uint8Array, from: number, to: number, nextControl: (from: number, to: number) => number): void {
    const known = Math.min(this.#judged, to - from);
    this.#judged -= known;
    for (let at = from + known; at < to; ) {
      const end = Math.min(to, at + this.#left);
      this.#left -= end - at;
      while (at < end) {
        const control = nextControl(at, end);
        if (control > at && this.#run !== 0) this.#endRun();
        if (control < end) this.#count(bytes[control] as number);
        at = control + 1;
      }
      at = end;
      if (this.#controls > MOST_CONTROLS) throw new RangeError('a text turned binary');
      if (this.#left === 0) this.#nextPiece();
    }
  }

  /** Goes on behind bytes that are known to hold no control that text does not have. */
  skip(bytes: number): void {
    const known = Math.min(this.#judged, bytes);
    this.#judged -= known;
    const rest = bytes - known;
    if (rest === 0) return;
    if (this.#run !== 0) this.#endRun();
    if (rest < this.#left) {
      this.#left -= rest;
      return;
    }
    const behind = (rest - this.#left) % PIECE;
    this.#nextPiece();
    this.#left -= behind;
  }

  #count(control: number): void {
    if (control === 0) this.#run += 1;
    else if (STRANGE[control] === 1) this.#controls += 1;
    else if (this.#run !== 0) this.#endRun();
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

/** Allows none of them: for a part of a text, which cannot say how many there are in its piece. */
export class CleanBytes {
  /** As {@link SoiledBytes.pass}. @throws RangeError at the first one. */
  pass(bytes: Uint8Array, from: number, to: number, nextControl: (from: number, to: number) => number): void {
    for (let at = nextControl(from, to); at < to; at = nextControl(at + 1, to)) {
      const control = bytes[at] as number;
      if (control === 0 || STRANGE[control] === 1) throw new RangeError('a control that text does not have');
    }
  }

  end(): void {
    // Nothing is counted.
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
