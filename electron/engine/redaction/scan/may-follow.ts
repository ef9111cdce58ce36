// Which bytes can follow a word that means something: a look at two of them in the hot loop spares the rules most words that mean
// something elsewhere only. Pure. Runs in the engine's process.
import { bitOf, firstBits, mayBeEscaped, type WordPattern } from '../rules/told-pattern.ts';
import { Sense } from './sense.ts';

/** A bit for the lower five bits of each byte: capitals and small letters are one. */
export interface Followers {
  /** Directly behind the word. */
  readonly next: number;
  /** One further on. */
  readonly second: number;
}

const ANY = -1;
const ALL: Followers = { next: ANY, second: ANY };

/** @param sense of the word. @param told what it sets off. @returns what may follow it; a few bytes too many, never one too few. */
export function mayFollow(sense: Sense, told: readonly WordPattern[]): Followers {
  if (sense === Sense.dataMap && told.length === 0) return { next: bitOf(':') | bitOf('"'), second: ANY };
  if (sense !== Sense.none) return ALL;
  let next = 0;
  let second = 0;
  for (const { follows } of told) {
    if (follows === undefined) return ALL;
    for (const text of follows) {
      next |= firstBits(text);
      second |= text.length > 1 && !mayBeEscaped(text) ? bitOf(text, 1) : ANY;
    }
  }
  return { next, second };
}
