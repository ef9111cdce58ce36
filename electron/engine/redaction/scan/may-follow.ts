// Which bytes can follow a word that means something: a look at two of them in the hot loop spares the rules most words that mean
// something elsewhere only. Pure. Runs in the engine's process.
import type { ToldPattern } from '../rules/told-pattern.ts';
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
export function mayFollow(sense: Sense, told: readonly ToldPattern[]): Followers {
  if (sense === Sense.dataMap && told.length === 0) return { next: bitOf(':') | bitOf('"'), second: ANY };
  if (sense !== Sense.none) return ALL;
  let next = 0;
  let second = 0;
  for (const { follows } of told) {
    if (follows === undefined) return ALL;
    for (const text of follows) {
      next |= bitOf(text);
      second |= text.length > 1 ? bitOf(text, 1) : ANY;
      // The quote may be escaped.
      if (/^["'<>]/.test(text)) {
        next |= bitOf('\\') | bitOf('&');
        second = ANY;
      }
    }
  }
  return { next, second };
}

function bitOf(text: string, at = 0): number {
  return 1 << (text.charCodeAt(at) & 31);
}
