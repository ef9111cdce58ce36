// Second bytes of Chinese characters can look like letters, backslashes and digits. The view of a text raises them above
// ASCII, so that rules see characters and not their halves. Runs in the engine's process.
import { isUtf8 } from 'node:buffer';

/** A stretch beyond ASCII is judged as a whole, but no more of it at once. */
const LONGEST_STRETCH = 8 * 1024;

/** What a part of a text adds to the habit of the whole, and takes for granted of it. */
export interface PartHabit {
  readonly pairs: number;
  readonly singles: number;
  /** Pairs less single bytes within the part, at the worst place where the habit decided; undefined where it never did. */
  readonly least: number | undefined;
}

/**
 * Reads a text once, from its start. Each stretch beyond ASCII is judged for itself, because logs are mixed: UTF-8 where it
 * is valid, else the Chinese code page where pairs of bytes are the habit of this text, else single bytes of the Western one.
 */
export class NarrowView {
  #pairs = 0;
  #singles = 0;
  #isPart = false;
  #least: number | undefined;

  /** @param sample the first bytes of the text: what it is mostly written in. */
  constructor(sample: Buffer) {
    this.mask(sample, 0, sample.length);
  }

  /** Of a part of a text: its habit is taken to be pairs, and {@link habit} tells what that takes for granted. */
  static ofPart(): NarrowView {
    const view = new NarrowView(Buffer.alloc(0));
    view.#isPart = true;
    return view;
  }

  get habit(): PartHabit {
    return { pairs: this.#pairs, singles: this.#singles, least: this.#least };
  }

  /** Whether a part that comes next was seen as this view would have seen it. */
  fits({ least }: PartHabit): boolean {
    return least === undefined || (this.#pairs > 0 && this.#pairs - this.#singles + least >= 0);
  }

  /** Goes on behind a part that fits. */
  skip({ pairs, singles }: PartHabit): void {
    this.#pairs += pairs;
    this.#singles += singles;
  }

  /**
   * @param from where the last call ended, or the start of a text.
   * @param to not inside a stretch beyond ASCII, unless that is the end of the text.
   * @returns undefined where the text is its own view, else the view of these bytes.
   */
  mask(raw: Buffer, from: number, to: number): Buffer | undefined {
    if (isUtf8(raw.subarray(from, to))) return undefined;
    const view = Buffer.from(raw.subarray(from, to));
    for (let at = 0; at < view.length; ) {
      if ((view[at] ?? 0) < 0x80) at += 1;
      else at = this.#stretch(view, at);
    }
    return view;
  }

  #stretch(view: Buffer, start: number): number {
    let end = start + 1;
    const limit = Math.min(view.length, start + LONGEST_STRETCH);
    while (end < limit && (view[end] ?? 0) >= 0x80) end += 1;
    if (isUtf8(view.subarray(start, end))) return end;
    const next = view[end] ?? 0;
    if (isFourByteCharacter(view, end)) {
      // 81 30 81 30 and the like: the digits are no digits.
      view[end] = next | 0x80;
      view[end + 2] = (view[end + 2] as number) | 0x80;
      return end + 3;
    }
    if (end - start === 1) this.#singles += 1;
    else if ((end - start) % 2 === 0) this.#pairs += 1;
    const odd = (end - start) % 2 === 1;
    // Only the last byte of a stretch of odd length may lead a pair with a byte of ASCII.
    if (!odd || next < 0x40 || next === 0x7f || !this.#arePairs(end - start === 1)) return end;
    view[end] = next | 0x80;
    return end + 1;
  }

  #arePairs(isSingle: boolean): boolean {
    const more = this.#pairs - this.#singles;
    if (!this.#isPart) return more >= 0 && !(isSingle && this.#pairs === 0);
    this.#least = Math.min(this.#least ?? more, more);
    return true;
  }
}

function isFourByteCharacter(view: Buffer, second: number): boolean {
  const digit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
  const third = view[second + 1] ?? 0;
  return digit(view[second] ?? 0) && third >= 0x81 && third <= 0xfe && digit(view[second + 2] ?? 0);
}

/** Where the last stretch beyond ASCII begins if the text ends in one; else its end. */
export function stretchStart(raw: Buffer, from: number): number {
  let at = raw.length;
  const lowest = Math.max(from, raw.length - LONGEST_STRETCH);
  while (at > lowest && (raw[at - 1] ?? 0) >= 0x80) at -= 1;
  return at;
}
