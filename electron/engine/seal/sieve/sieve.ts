// The memory that the seal check's hot loop (sieve.as.ts) works in: what is sought, the text, and the places that it leaves over.
// One for all texts of a thread. Runs in the engine's process and its threads.
import { addressIn, type LoopExports, startLoop } from '../../wasm-loop.ts';
import { SECRET_STARTS } from '../find-secret.ts';
import { HEAD_BYTES, type SoughtBytes, type SoughtNames } from '../sought-names.ts';
import { SIEVE_CODE } from './sieve-code.ts';

/**
 * What may begin at a place; behindCharacter: a name behind a letter that may belong to the Chinese character before it. anywhere: a
 * secret, or a name in another script.
 */
export const Place = { word: 1, behindCharacter: 2, address: 3, anywhere: 4 } as const;

const Sought = { quads: 1, pairs: 2, ipv6: 4 } as const;

/** Groups of heads, as in heads.as.ts: the first ones are of words, the others of what stands anywhere. What looks alike is kept together. */
const GROUPS = { words: [0, 1, 2], secrets: [3, 4, 5], narrow: [6], wide: [7] } as const;
const BEGINNING_BYTES = 3;
/** Zeros that the loop may read behind the text. */
const BEHIND = 128;
const PAGE = 64 * 1024;

interface SieveExports extends LoopExports {
  sift(from: number, end: number, sought: number): number;
  seekHead(at: number, size: number, group: number, isWord: number): void;
  quadKey(quad: number): number;
}

export class Sieve {
  readonly #exports: SieveExports;
  readonly #textAt: number;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #length = 0;
  #places = new Int32Array(0);
  #names: SoughtNames | undefined;
  #sought = 0;

  constructor() {
    this.#exports = startLoop(SIEVE_CODE);
    this.#textAt = this.#address('TEXT');
    this.#view();
  }

  /**
   * Takes over a text.
   * @param parts of it. @returns all of it, until another one is taken.
   */
  take(names: SoughtNames, ...parts: readonly Uint8Array[]): Buffer {
    // Names go through the text's place on their way into the tables.
    this.#seek(names);
    return this.#load(...parts);
  }

  /**
   * Goes through the text.
   * @param visit looks at each place where something may begin, in an order of its own. @returns its first answer.
   */
  search<Found>(visit: (kind: number, at: number) => Found | undefined): Found | undefined {
    for (let from = 0; from < this.#length; ) {
      from = this.#exports.sift(from, this.#length, this.#sought);
      const count = this.#places[0] as number;
      for (let place = 1; place <= count; place += 1) {
        const at = this.#places[2 * place] as number;
        const found = visit(this.#places[2 * place + 1] as number, at);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #load(...parts: readonly Uint8Array[]): Buffer {
    this.#length = parts.reduce((sum, { length }) => sum + length, 0);
    const end = this.#textAt + this.#length;
    if (end + BEHIND > this.#bytes.length) {
      this.#exports.memory.grow(Math.ceil((end + BEHIND - this.#bytes.length) / PAGE));
      this.#view();
    }
    let at = this.#textAt;
    for (const part of parts) {
      this.#bytes.set(part, at);
      at += part.length;
    }
    this.#bytes.fill(0, end, end + BEHIND);
    return Buffer.from(this.#bytes.buffer, this.#textAt, this.#length);
  }

  /** Fills the tables, if they are of other names. */
  #seek(names: SoughtNames): void {
    if (this.#names === names) return;
    this.#names = names;
    this.#bytes.fill(0, this.#address('HEAD_SIZES'), this.#address('PLACES'));
    this.#seekHeads([...names.words.keys()], GROUPS.words, true);
    this.#seekHeads(SECRET_STARTS, GROUPS.secrets);
    this.#seekHeads(names.narrow.map(textOf), GROUPS.narrow);
    this.#seekHeads(names.wide.map(textOf), GROUPS.wide);
    for (const quad of names.quads) this.#mark(this.#address('QUAD_KEYS'), this.#exports.quadKey(quad) >>> 0);
    this.#sought =
      (names.quads.size > 0 ? Sought.quads : 0) |
      (names.hasPairs ? Sought.pairs : 0) |
      (names.hasIpv6 ? Sought.ipv6 : 0);
  }

  /** Those that begin alike are a group, so that few others seem to belong to it. */
  #seekHeads(texts: readonly string[], groups: readonly number[], isWord = false): void {
    const beginnings = [...new Set(texts.map(beginningOf))].sort();
    const groupOf = new Map(
      beginnings.map((one, at) => [one, groups[Math.floor((at * groups.length) / beginnings.length)]]),
    );
    for (const text of texts) {
      const head = text.slice(0, HEAD_BYTES);
      this.#load(Buffer.from(head, 'latin1'));
      const group = groupOf.get(beginningOf(text)) as number;
      this.#exports.seekHead(this.#textAt, head.length, group, Number(isWord));
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

/** A character a byte. In threads the bytes are no Buffer any more. */
function textOf({ bytes }: SoughtBytes): string {
  return Buffer.from(bytes).toString('latin1');
}

function beginningOf(text: string): string {
  return text.slice(0, BEGINNING_BYTES);
}
