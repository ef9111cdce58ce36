// The memory that the hot loop (walk.as.ts) works in: tables, the text under the scanner, and what becomes of it. One for all
// texts of the process, which are scanned one window at a time. Runs in the engine's process.
import { addressIn, type LoopExports, startLoop } from '../../../wasm-loop.ts';
import type { NameTable } from '../../names/name-table.ts';
import { LIKELY_ENDINGS, SURE_ENDINGS } from '../../names/public-names.ts';
import { CHINESE_STARTS } from '../../rules/chinese-field-names.ts';
import { byFollowing, type WordPattern } from '../../rules/told-pattern.ts';
import { HEX, KIND, LETTERS, STRICT_KIND } from '../byte-classes.ts';
import { mayFollow } from '../may-follow.ts';
import type { Sense } from '../sense.ts';
import { WALK_CODE } from './walk-code.ts';

/** What the loop stopped at. */
export const Stop = { limit: 0, run: 1, mark: 2, line: 3, newWord: 4 } as const;
/** Where it stops beside what may mean something to a rule. */
export const Flag = { strict: 1, everyRun: 2, everyLine: 4 } as const;
/** Which of what was found is where in {@link WalkMemory.found}. */
export const Found = { at: 0, end: 1, bits: 2, sense: 3, name: 4, hash: 5, lineStart: 6 } as const;

/** Beside the sense of a word: it sets off patterns. */
export const TELLS = 0x80;

const WORD_SLOTS = 1 << 15;
/** Bytes that the loop may read behind the text. */
const BEHIND = 64;
const PAGE = 64 * 1024;
const NONE: readonly WordPattern[] = [];

interface WalkExports extends LoopExports {
  walk(from: number, limit: number, end: number, longest: number, flags: number): number;
  nextName(from: number, limit: number): number;
  mayBeHeader(from: number): number;
  lineEnd(from: number, end: number): number;
  nextControl(from: number, end: number): number;
  copy(to: number, from: number, size: number): void;
}

export class WalkMemory {
  /** All of it; another object after {@link room} made more. */
  bytes: Uint8Array = new Uint8Array(0);
  found = new Int32Array(0);
  /** Where the text is as it is, and where there is room for what becomes of it. */
  rawAt = 0;
  outAt = 0;
  readonly #walk: WalkExports;
  /** Asking the loop for an address takes longer than what is done there. */
  readonly #textAt: number;
  readonly #wordSizesAt: number;
  readonly #wordSensesAt: number;
  #wordHashes = new Int32Array(0);
  #wordNexts = new Int32Array(0);
  #wordSeconds = new Int32Array(0);
  readonly #told: (readonly (readonly WordPattern[])[])[] = Array(WORD_SLOTS).fill([]);
  #names: NameTable | undefined;
  #known = 0;
  #owner: object | undefined;

  constructor() {
    this.#walk = startLoop(WALK_CODE);
    this.#textAt = this.#address('TEXT');
    this.#wordSizesAt = this.#address('WORD_SIZES');
    this.#wordSensesAt = this.#address('WORD_SENSES');
    this.#view();
    this.bytes.set(new Uint8Array(LETTERS.buffer), this.#address('LETTERS'));
    this.bytes.set(KIND, this.#address('KINDS'));
    this.bytes.set(STRICT_KIND, this.#address('STRICT_KINDS'));
    this.bytes.set(HEX, this.#address('HEX'));
    this.bytes.set(CHINESE_STARTS, this.#address('CHINESE'));
    const endings = this.#address('ENDINGS');
    for (const ending of [...SURE_ENDINGS, ...LIKELY_ENDINGS]) this.bytes[endings + endingKey(ending)] = 1;
  }

  /**
   * Makes a text the one to walk over.
   * @param owner whose text it is until the next one comes. @param bytes what is walked over. @param raw what is copied.
   */
  load(owner: object, bytes: Uint8Array, raw: Uint8Array): void {
    this.#owner = owner;
    const text = this.#textAt;
    const size = bytes.length + BEHIND;
    this.rawAt = raw === bytes ? text : text + size;
    this.outAt = this.rawAt + size;
    this.room(this.outAt + size);
    this.bytes.set(bytes, text);
    this.bytes.fill(0, text + bytes.length, text + size);
    if (raw !== bytes) this.bytes.set(raw, this.rawAt);
  }

  /** @throws Error where another text was loaded since: what is here is not what the scanner believes. */
  check(owner: object): void {
    if (this.#owner !== owner) throw new Error('the text under the scanner was exchanged');
  }

  /** Sees to it that there is memory up to an address. */
  room(to: number): void {
    if (to + BEHIND <= this.bytes.length) return;
    this.#walk.memory.grow(Math.ceil((to - this.bytes.length) / PAGE) + 1);
    this.#view();
  }

  /** Goes on to the next stop; all positions are the text's. @returns one of {@link Stop}; where is in `found`. */
  walk(from: number, limit: number, end: number, longest: number, flags: number, names: NameTable): number {
    this.#take(names);
    return this.#walk.walk(from, limit, end, longest, flags);
  }

  /** The next position before `limit` at which one of the names may begin, else the limit. */
  nextName(from: number, limit: number, names: NameTable): number {
    this.#take(names);
    return this.#walk.nextName(from, limit);
  }

  /** Whether rules look at where this line begins. */
  mayBeHeader(at: number): boolean {
    return this.#walk.mayBeHeader(at) !== 0;
  }

  /** The next line feed of the text, or the end. */
  lineEnd(from: number, end: number): number {
    return this.#walk.lineEnd(from, end);
  }

  /** The next byte of the text that is a control other than tab, line feed and return, or the end. */
  nextControl(from: number, end: number): number {
    return this.#walk.nextControl(from, end);
  }

  /** @param from an address, as `to` is; up to fifteen bytes more are written behind. */
  copy(to: number, from: number, size: number): void {
    this.#walk.copy(to, from, size);
  }

  /**
   * Two runs of one hash and length are taken for one word.
   * @param sense one of {@link Sense}. @param told what the word sets off.
   */
  rememberWord(hash: number, size: number, sense: Sense, told: readonly WordPattern[]): void {
    const slot = slotOf(hash);
    this.#told[slot] = told.length > 0 ? byFollowing(told) : [];
    this.#wordHashes[slot] = hash;
    this.bytes[this.#wordSizesAt + slot] = size;
    this.bytes[this.#wordSensesAt + slot] = sense | (told.length > 0 ? TELLS : 0);
    const { next, second } = mayFollow(sense, told);
    this.#wordNexts[slot] = next;
    this.#wordSeconds[slot] = second;
  }

  /** What a word that {@link TELLS} sets off before this byte. */
  told(hash: number, next: number): readonly WordPattern[] {
    return this.#told[slotOf(hash)]?.[next & 31] ?? NONE;
  }

  #take(names: NameTable): void {
    if (this.#names === names && this.#known === names.count) return;
    this.#names = names;
    this.#known = names.count;
    this.bytes.set(names.starts, this.#address('STARTS'));
  }

  #view(): void {
    const { buffer } = this.#walk.memory;
    this.bytes = new Uint8Array(buffer);
    this.found = new Int32Array(buffer, this.#address('FOUND'), 7);
    const ofWords = (name: string) => new Int32Array(buffer, this.#address(name), WORD_SLOTS);
    this.#wordHashes = ofWords('WORD_HASHES');
    this.#wordNexts = ofWords('WORD_NEXTS');
    this.#wordSeconds = ofWords('WORD_SECONDS');
  }

  #address(name: string): number {
    return addressIn(this.#walk, name);
  }
}

/** As in quiet.as.ts. */
function endingKey(ending: string): number {
  let key = 0;
  for (const byte of Buffer.from(ending)) key = (Math.imul(key, 31) + (byte | 0x20)) & 0x3ff;
  return key;
}

/** As in walk.as.ts. */
function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (WORD_SLOTS - 1);
}
