// Names that are replaced wherever they stand. Looked up at every beginning of a word, so a table of three letters turns most
// words away at once. Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { encodedForms } from '../encoding/legacy-bytes.ts';
import { isWord, SMALL } from '../scan/byte-classes.ts';
import { markStart, STARTS } from '../scan/starts.ts';
import { UnknownName } from '../unknown-name.ts';

/** A name as it was added. */
export interface AddedName {
  readonly name: string;
  readonly rule: RedactionRule;
  readonly standIn: string;
}

export interface Name {
  /** As bytes, letters of ASCII small. */
  readonly bytes: Buffer;
  readonly rule: RedactionRule;
  readonly standIn: string;
  /** Which of the names it is, counted from 1. */
  readonly order: number;
}

/** Beyond so many names that texts tell, others are replaced in their own surroundings only: memory must not follow the data. */
const MOST_NAMES = 100_000;
const LONGEST_NAME = 200;

export class NameTable {
  /** Which first three bytes begin a name, five bits of each. */
  readonly starts = new Uint8Array(STARTS);
  /** Hashes of names of one word, 16 bits of each: a string is made only for what is likely one. */
  readonly #likely = new Uint8Array(1 << 16);
  readonly #words = new Map<string, Name>();
  readonly #phrases = new Map<number, Name[]>();
  readonly #added: AddedName[] = [];
  #longest = 0;
  #isFull = false;
  #isClosed = false;

  /** How many names were learned. */
  get count(): number {
    return this.#added.length;
  }

  /** What was added when there were `count` names already, in that order. */
  addedSince(count: number): readonly AddedName[] {
    return this.#added.slice(count);
  }

  /** From now on only what is known is found: `add` throws UnknownName for anything else. */
  close(): void {
    this.#isClosed = true;
  }

  /** Takes over what another table has learned, closed or not. */
  follow(added: readonly AddedName[]): void {
    const isClosed = this.#isClosed;
    this.#isClosed = false;
    for (const { name, rule, standIn } of added) this.add(name, rule, () => standIn, true);
    this.#isClosed = isClosed;
  }

  /** Whether a name was turned away because there are too many: the user is told. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /**
   * @param given by the user or the machine: never one too many.
   * @returns false where the name is known, too long, or one too many.
   */
  add(name: string, rule: RedactionRule, standIn: () => string, given = false): boolean {
    const forms = encodedForms(name.toLowerCase());
    const known = forms.every((form) => this.#known(form));
    if (known) return false;
    if (forms.some((form) => form.length < 2 || form.length > LONGEST_NAME)) return false;
    if (this.#isClosed) throw new UnknownName();
    if (!given && this.count >= MOST_NAMES) {
      this.#isFull = true;
      return false;
    }
    const text = standIn();
    this.#added.push({ name, rule, standIn: text });
    const order = this.count;
    for (const form of forms) this.#put({ bytes: form, rule, standIn: text, order });
    const large = name.toUpperCase();
    // Letters beyond ASCII are compared as they are, so both cases are kept.
    if (/[^\0-\x7f]/.test(name) && large !== name.toLowerCase()) {
      for (const form of encodedForms(large)) {
        this.#put({ bytes: smallLetters(form), rule, standIn: text, order });
      }
    }
    return true;
  }

  /** Whether these bytes are a name as a whole. @param key ASCII, small letters. */
  has(key: string): boolean {
    return this.#words.has(key);
  }

  /**
   * The longest name that begins at a position, which begins a word.
   * @param bytes with every byte beyond ASCII at 0x80 or above. @param since only names learned after this many.
   */
  find(bytes: Uint8Array, raw: Uint8Array, at: number, end: number, since: number): Name | undefined {
    return this.#findPhrase(raw, at, end, since) ?? this.#findWord(bytes, at, end, since);
  }

  #findWord(bytes: Uint8Array, at: number, end: number, since: number): Name | undefined {
    let found: Name | undefined;
    let hash = 0;
    const limit = Math.min(end, at + this.#longest);
    for (let to = at; to < limit; ) {
      const byte = bytes[to] as number;
      if (byte >= 0x80 || !isNameByte(byte)) break;
      hash = (Math.imul(hash, 31) + (SMALL[byte] as number)) | 0;
      to += 1;
      if (isWord(byte) && (to === end || !isWord(bytes[to])) && this.#likely[slotOf(hash)] === 1) {
        const name = this.#words.get(smallText(bytes, at, to));
        if (name && name.order > since) found = name;
      }
    }
    return found;
  }

  #findPhrase(raw: Uint8Array, at: number, end: number, since: number): Name | undefined {
    if (this.#phrases.size === 0 || at + 1 >= end) return undefined;
    const first = ((SMALL[raw[at] as number] as number) << 8) | (SMALL[raw[at + 1] as number] as number);
    return this.#phrases.get(first)?.find(({ bytes, order }) => {
      if (order <= since || at + bytes.length > end) return false;
      for (let offset = 2; offset < bytes.length; offset += 1) {
        if (SMALL[raw[at + offset] as number] !== bytes[offset]) return false;
      }
      const to = at + bytes.length;
      return !isWord(bytes[bytes.length - 1]) || to === end || !isWord(raw[to]);
    });
  }

  #known(form: Buffer): boolean {
    const key = form.toString('latin1');
    if (isOneWord(form)) return this.#words.has(key);
    const first = ((form[0] ?? 0) << 8) | (form[1] ?? 0);
    return this.#phrases.get(first)?.some(({ bytes }) => bytes.equals(form)) ?? false;
  }

  #put(name: Name): void {
    const { bytes } = name;
    markStart(this.starts, bytes);
    if (isOneWord(bytes)) {
      this.#words.set(bytes.toString('latin1'), name);
      this.#likely[slotOf(bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0))] = 1;
      this.#longest = Math.max(this.#longest, bytes.length);
      return;
    }
    const first = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
    const phrases = this.#phrases.get(first) ?? [];
    phrases.push(name);
    phrases.sort((a, b) => b.bytes.length - a.bytes.length);
    this.#phrases.set(first, phrases);
  }
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff;
}

function smallText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(SMALL[bytes[at] as number] as number);
  return text;
}

/** Letters, digits and what stands inside of names of machines and accounts. */
function isNameByte(byte: number): boolean {
  return isWord(byte) || byte === 0x2d || byte === 0x2e || byte === 0x5f;
}

function isOneWord(bytes: Buffer): boolean {
  return bytes.every(isNameByte) && isWord(bytes[0]) && isWord(bytes[bytes.length - 1]);
}

function smallLetters(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => SMALL[byte] as number));
}
