// Remembers what words mean: logs repeat them millions of times. Runs in the engine's process.
import { BITS, DIGIT, HEX } from './byte-classes.ts';
import type { Scan } from './scan.ts';
import { Sense, senseOf } from './word-sense.ts';

const SLOTS = 1 << 15;
const LONGEST_FIELD = 80;
const hashes = new Int32Array(SLOTS);
const sizes = new Uint8Array(SLOTS);
const senses = new Uint8Array(SLOTS);

/** @param hash of the run in small letters. Two runs of one hash and length are taken for one word. */
export function senseOfRun(scan: Scan, start: number, end: number, hash: number): Sense {
  const size = end - start;
  if (size > LONGEST_FIELD || size < 2 || isNumber(scan.bytes, start, end)) return Sense.none;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  let sense: number;
  if (hashes[slot] === hash && sizes[slot] === size) {
    sense = senses[slot] as number;
  } else {
    sense = senseOf(scan.ascii(start, end));
    hashes[slot] = hash;
    sizes[slot] = size;
    senses[slot] = sense;
  }
  return sense === Sense.secondWord ? senseOfTwo(scan, start, end) : (sense as Sense);
}

/** Hexadecimal with a decimal digit first: thread ids and the like are no words, and would push words out of the memory. */
function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (BITS[bytes[start] as number] !== DIGIT) return false;
  for (let at = start + 1; at < end; at += 1) if (HEX[bytes[at] as number] === 255) return false;
  return true;
}

/** Client Name, User ID, API Key: the word before counts too. */
function senseOfTwo(scan: Scan, start: number, end: number): Sense {
  const second = senseOf(scan.ascii(start, end));
  if (scan.at(start - 1) !== 0x20) return alone(scan, start, end, second);
  let from = start - 1;
  while (from > scan.back && from > start - 32 && /[A-Za-z]/.test(String.fromCharCode(scan.at(from - 1))))
    from -= 1;
  if (from === start - 1) return alone(scan, start, end, second);
  const both = senseOf(scan.ascii(from, start - 1) + scan.ascii(start, end));
  return both === Sense.none || both === Sense.secondWord ? alone(scan, start, end, second) : both;
}

function alone(scan: Scan, start: number, end: number, sense: Sense): Sense {
  return sense === Sense.secondWord ? senseOf(`${scan.ascii(start, end)}.`) : sense;
}
