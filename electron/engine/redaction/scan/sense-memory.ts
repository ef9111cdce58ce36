// Remembers what words mean: logs repeat them millions of times. Runs in the engine's process.
import { BITS, DIGIT, HEX, LETTER, SMALL } from './byte-classes.ts';
import type { Scan } from './scan.ts';
import { Sense, senseOf } from './word-sense.ts';

const SLOTS = 1 << 15;
const LONGEST_FIELD = 80;
/** Keeps pairs of words apart from single ones. */
const PAIR = 0x5bd1e995;
const hashes = new Int32Array(SLOTS);
const sizes = new Uint8Array(SLOTS);
const senses = new Uint8Array(SLOTS);

/** @param hash of the run in small letters. Two runs of one hash and length are taken for one word. */
export function senseOfRun(scan: Scan, start: number, end: number, hash: number): Sense {
  const size = end - start;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  let sense: number;
  if (hashes[slot] === hash && sizes[slot] === size) {
    sense = senses[slot] as number;
  } else {
    if (size > LONGEST_FIELD || size < 2 || isNumber(scan.bytes, start, end)) return Sense.none;
    sense = senseOf(scan.ascii(start, end));
    hashes[slot] = hash;
    sizes[slot] = size;
    senses[slot] = sense;
  }
  if (sense !== Sense.secondWord) return sense as Sense;
  scan.look(start);
  return senseOfTwo(scan, start, end, hash);
}

/** Hexadecimal with a decimal digit in it: thread ids and the like are no words, and would push words out of the memory. */
function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let at = start;
  if (bytes[at] === 0x30 && ((bytes[at + 1] as number) | 0x20) === 0x78 && end - start > 2) {
    at += 2;
    digits = 1;
  }
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (HEX[byte] === 255) return false;
    digits |= BITS[byte] as number;
  }
  return (digits & DIGIT) !== 0;
}

/** Client Name, User ID, API Key: the word before counts too. */
function senseOfTwo(scan: Scan, start: number, end: number, hash: number): Sense {
  let from = start;
  let both = hash ^ PAIR;
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
  if (from >= start - 1) return alone(scan, start, end, second);
  const both = senseOf(scan.ascii(from, start - 1) + scan.ascii(start, end));
  return both === Sense.none || both === Sense.secondWord ? alone(scan, start, end, second) : both;
}

function alone(scan: Scan, start: number, end: number, sense: Sense): Sense {
  return sense === Sense.secondWord ? senseOf(`${scan.ascii(start, end)}.`) : sense;
}
