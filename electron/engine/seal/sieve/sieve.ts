// The memory that the seal check's hot loop (sieve.as.ts) works in: what is sought, the text, and the places that it leaves over.
// One for all texts of a thread. Runs in the engine's process and its threads.
import { addressIn, type LoopExports, startLoop } from '../../wasm-loop.ts';
import { SECRET_STARTS } from '../find-secret.ts';
import type { SoughtNames } from '../sought-names.ts';
import { SIEVE_CODE } from './sieve-code.ts';

/** What may begin at a place; behindCharacter: a word whose first byte may belong to the Chinese character before it. */
export const Place = { word: 1, behindCharacter: 2, address: 3, secret: 4 } as const;

const Sought = { quads: 1, pairs: 2, ipv6: 4 } as const;

/** As in sieve.as.ts. */
const KEY_BITS = 17;
const KEY_BYTES = 8;
/** Zeros that the loop may read behind the text. */
const BEHIND = 128;
const PAGE = 64 * 1024;

interface SieveExports extends LoopExports {
  sift(from: number, end: number, sought: number): number;
  wordKey(at: number, size: number): number;
  quadKey(quad: number): number;
  secretKey(at: number): number;
}

export class Sieve {
  readonly #exports: SieveExports;
  readonly #textAt: number;
  #bytes: Uint8Array = new Uint8Array(0);
  #places = new Int32Array(0);
  #names: SoughtNames | undefined;
  #sought = 0;

  constructor() {
    this.#exports = startLoop(SIEVE_CODE);
    this.#textAt = this.#address('TEXT');
    this.#view();
    this.#seekSecrets();
  }

  /**
   * Goes through a text.
   * @param visit looks at each place where something may begin, in an order of its own. @returns its first answer.
   */
  search<Found>(
    text: Uint8Array,
    names: SoughtNames,
    visit: (kind: number, at: number) => Found | undefined,
  ): Found | undefined {
    // Names go through the text's place on their way into the tables.
    this.#seek(names);
    this.#load(text);
    for (let from = 0; from < text.length; ) {
      from = this.#exports.sift(from, text.length, this.#sought);
      const count = this.#places[0] as number;
      for (let place = 1; place <= count; place += 1) {
        const at = this.#places[2 * place] as number;
        const found = visit(this.#places[2 * place + 1] as number, at);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #load(text: Uint8Array): void {
    const end = this.#textAt + text.length;
    if (end + BEHIND > this.#bytes.length) {
      this.#exports.memory.grow(Math.ceil((end + BEHIND - this.#bytes.length) / PAGE));
      this.#view();
    }
    this.#bytes.set(text, this.#textAt);
    this.#bytes.fill(0, end, end + BEHIND);
  }

  /** Fills the tables of keys, if they are of other names. */
  #seek(names: SoughtNames): void {
    if (this.#names === names) return;
    this.#names = names;
    const tables = [this.#address('WORD_KEYS'), this.#address('QUAD_KEYS')] as const;
    for (const table of tables) this.#bytes.fill(0, table, table + 2 ** KEY_BITS / 8);
    for (const { bytes, partAt, partLength } of [...names.words.values()].flat()) {
      const size = Math.min(partLength, KEY_BYTES);
      this.#load(bytes.subarray(partAt, partAt + size));
      this.#mark(tables[0], this.#exports.wordKey(this.#textAt, size) >>> 0);
    }
    for (const quad of names.quads) this.#mark(tables[1], this.#exports.quadKey(quad) >>> 0);
    this.#sought =
      (names.quads.size > 0 ? Sought.quads : 0) |
      (names.hasPairs ? Sought.pairs : 0) |
      (names.hasIpv6 ? Sought.ipv6 : 0);
  }

  #seekSecrets(): void {
    const halves = this.#address('SECRET_HALVES');
    for (const start of SECRET_STARTS) {
      const bytes = Buffer.from(start.slice(0, 3), 'latin1');
      this.#load(bytes);
      this.#mark(this.#address('SECRET_KEYS'), this.#exports.secretKey(this.#textAt) >>> 0);
      const [first = 0, second = 0] = bytes;
      // Beginnings with one first letter are a group.
      const group = first & 7;
      for (const [table, half] of [first & 15, first >> 4, second & 15, second >> 4].entries()) {
        this.#mark(halves + 16 * table, 8 * half + group);
      }
    }
  }

  #mark(table: number, bit: number): void {
    const at = table + (bit >>> 3);
    this.#bytes[at] = (this.#bytes[at] as number) | (1 << (bit & 7));
  }

  #view(): void {
    const { buffer } = this.#exports.memory;
    this.#bytes = new Uint8Array(buffer);
    this.#places = new Int32Array(buffer, this.#address('PLACES'), 2 * (this.#address('MAX_PLACES') + 1));
  }

  #address(name: string): number {
    return addressIn(this.#exports, name);
  }
}
