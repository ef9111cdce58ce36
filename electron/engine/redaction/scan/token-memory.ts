// Remembers what was decided about a token, by its bytes: logs repeat their names, addresses and words millions of times, and a
// token met again costs no string and no look at any list. Bounded; a newer token takes the place of an older one. Runs in the
// engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';

/** What becomes of a token. */
export interface Decision {
  readonly rule: RedactionRule;
  /** What it is replaced by; empty where it stays. */
  readonly text: string;
  /** How many of its bytes are replaced. */
  readonly size: number;
}

/** The token stays as it is. */
export const STAYS: Decision = { rule: 'keyword', text: '', size: 0 };

/** Who asks: each question has answers of its own. Bits above are free for what else an answer depends on. */
export const Question = {
  mail: 1,
  account: 2,
  share: 3,
  domain: 4,
  field: 5,
  version: 6,
} as const;

const SLOTS = 1 << 13;
const LONGEST = 64;

export class TokenMemory {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #sizes = new Uint8Array(SLOTS);
  readonly #questions = new Uint16Array(SLOTS);
  readonly #stamps = new Int32Array(SLOTS);
  readonly #keys = new Uint8Array(SLOTS * LONGEST);
  readonly #decisions: Decision[] = Array<Decision>(SLOTS).fill(STAYS);

  /**
   * @param stamp of what the decision depends on beside the token; a decision of another stamp is forgotten.
   * @returns undefined where nothing was decided; tokens beyond ASCII are never remembered.
   */
  find(bytes: Uint8Array, from: number, to: number, question: number, stamp: number): Decision | undefined {
    const size = to - from;
    if (size > LONGEST) return undefined;
    const hash = hashOf(bytes, from, to, question);
    const slot = slotOf(hash);
    if (this.#hashes[slot] !== hash || this.#sizes[slot] !== size || this.#questions[slot] !== question)
      return undefined;
    if (this.#stamps[slot] !== stamp) return undefined;
    const key = slot * LONGEST - from;
    for (let at = from; at < to; at += 1) if (this.#keys[key + at] !== bytes[at]) return undefined;
    return this.#decisions[slot];
  }

  /** @returns the decision. */
  keep(
    bytes: Uint8Array,
    from: number,
    to: number,
    question: number,
    stamp: number,
    decision: Decision,
  ): Decision {
    const size = to - from;
    if (size > LONGEST || size === 0) return decision;
    for (let at = from; at < to; at += 1) if ((bytes[at] as number) >= 0x80) return decision;
    const hash = hashOf(bytes, from, to, question);
    const slot = slotOf(hash);
    this.#hashes[slot] = hash;
    this.#sizes[slot] = size;
    this.#questions[slot] = question;
    this.#stamps[slot] = stamp;
    this.#decisions[slot] = decision;
    const key = slot * LONGEST - from;
    for (let at = from; at < to; at += 1) this.#keys[key + at] = bytes[at] as number;
    return decision;
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number, question: number): number {
  let hash = question;
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  return hash;
}

function slotOf(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 19) & (SLOTS - 1);
}
