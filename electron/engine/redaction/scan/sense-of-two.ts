// Remembers what a word means with the word before it: Client Name, User ID, API Key. Runs in the engine's process.
import { BITS, LETTER, SMALL } from './byte-classes.ts';
import type { Scan } from './scan.ts';
import { Sense } from './sense.ts';
import { senseOf } from './word-sense.ts';

const SLOTS = 1 << 12;
const hashes = new Int32Array(SLOTS);
const sizes = new Uint8Array(SLOTS);
const senses = new Uint8Array(SLOTS);

/** @param hash of the second word in small letters. Two pairs of one hash and length are taken for one. */
export function senseOfTwo(scan: Scan, start: number, end: number, hash: number): Sense {
  let from = start;
  let both = hash;
  if (scan.at(start - 1) === 0x20) {
    from = start - 1;
    while (from > scan.back && from > start - 32 && ((BITS[scan.at(from - 1)] as number) & LETTER) !== 0) {
      from -= 1;
      both = (Math.imul(both, 37) + (SMALL[scan.at(from)] as number)) | 0;
    }
  }
  const size = end - from;
  const slot = (both ^ (both >>> 15)) & (SLOTS - 1);
  if (hashes[slot] === both && sizes[slot] === size) return senses[slot] as Sense;
  const sense = senseOfWords(scan, from, start, end);
  hashes[slot] = both;
  sizes[slot] = size;
  senses[slot] = sense;
  return sense;
}

/** @param from of the word before, at most one blank away; the start itself where there is none. */
function senseOfWords(scan: Scan, from: number, start: number, end: number): Sense {
  const second = senseOf(scan.ascii(start, end));
  if (from >= start - 1) {
    const one = alone(scan, start, end, second);
    return one === Sense.secondWord && /^key$/i.test(scan.ascii(start, end)) ? Sense.keyOrId : one;
  }
  const first = scan.ascii(from, start - 1);
  const both = senseOf(first + scan.ascii(start, end));
  if (both !== Sense.none && both !== Sense.secondWord) return both;
  // Backup key, but not primary key.
  const isKey = /^key$/i.test(scan.ascii(start, end));
  return isKey ? senseOf(`${first}_key`) : alone(scan, start, end, second);
}

function alone(scan: Scan, start: number, end: number, sense: Sense): Sense {
  return sense === Sense.secondWord ? senseOf(`${scan.ascii(start, end)}.`) : sense;
}
