// The seal check's hot loop: AssemblyScript, made into WebAssembly (sieve-code.ts) by `npm run wasm`. One pass over a text, 64
// bytes at a time, that drops nearly all of it: what is left are places where a sought name, an address or a secret may begin.
// It may take a place too many, never one too few; what really stands there is looked at in JavaScript (leak-finder.ts). It
// shares nothing with the scanner that redacts. Runs in the engine's process.

import { addressesAt, marksOf, noAddresses, QUAD_KEYS, quadKey } from './addresses.as.ts';
import { isWord, joined, wordBits } from './bytes.as.ts';
import {
  ANYWHERE_GROUPS,
  groupsAt,
  HEAD_BYTES,
  HEAD_SIZES,
  hasHead,
  headSizes,
  seekHead,
  smallHead,
  WORD_GROUPS,
} from './heads.as.ts';
import { found, hasRoom, MAX_PLACES, noPlaces, PLACES, TEXT, tellPlaces } from './places.as.ts';

export { HEAD_SIZES, MAX_PLACES, PLACES, QUAD_KEYS, quadKey, seekHead, TEXT };

/** Kinds of places. */
const WORD: i32 = 1;
const BEHIND_CHARACTER: i32 = 2;
const ADDRESS: i32 = 3;
const ANYWHERE: i32 = 4;

const BLOCK: i32 = 64;
/** More than one block can have. */
const MOST_IN_BLOCK: i32 = 256;

/**
 * Looks through the text from `from` on; at its beginning, or where it stopped.
 * @returns where it stopped: behind `end`, or sooner where there is no room for more places. Their number is in PLACES.
 */
export function sift(from: i32, end: i32, sought: i32): i32 {
  noPlaces();
  if (from === 0) noAddresses();
  const stop = TEXT + end;
  let at = TEXT + from;
  for (; at < stop && hasRoom(MOST_IN_BLOCK); at += BLOCK) {
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const three = v128.load(at, 32);
    const four = v128.load(at, 48);
    const oneIs = groupsAt(at);
    const twoIs = groupsAt(at + 16);
    const threeIs = groupsAt(at + 32);
    const fourIs = groupsAt(at + 48);
    const words = joined(wordBits(one), wordBits(two), wordBits(three), wordBits(four));
    const before: u64 = isWord(load<u8>(at - 1)) ? 1 : 0;
    const starts = words & ~((words << 1) | before);
    const heads = among(WORD_GROUPS, oneIs, twoIs, threeIs, fourIs);
    wordsIn(at, starts & heads, WORD);
    if (
      i8x16.bitmask(v128.or(v128.or(one, two), v128.or(three, four))) !== 0 ||
      (load<u16>(at - 2) & 0x8080) !== 0
    ) {
      const others = joined(
        i8x16.bitmask(one),
        i8x16.bitmask(two),
        i8x16.bitmask(three),
        i8x16.bitmask(four),
      );
      const trails = starts & ((others << 1) | (load<u8>(at - 1) >> 7));
      const beforeIsTrail: u64 = before === 1 && load<u8>(at - 2) >= 0x80 ? 1 : 0;
      wordsIn(at, words & ((trails << 1) | beforeIsTrail) & heads, BEHIND_CHARACTER);
    }
    anywhereIn(at, among(ANYWHERE_GROUPS, oneIs, twoIs, threeIs, fourIs));
    addressesAt(at, marksOf(sought, words, before, one, two, three, four), sought, stop, ADDRESS);
  }
  tellPlaces();
  return at - TEXT;
}

/** @param starts bits of words' first bytes. */
function wordsIn(at: i32, starts: u64, kind: i32): void {
  while (starts !== 0) {
    const start = at + <i32>ctz(starts);
    starts &= starts - 1;
    const head = smallHead(start);
    let sizes = headSizes(head);
    while (sizes !== 0) {
      const size = <i32>ctz(sizes) + 1;
      sizes &= sizes - 1;
      // A name that is shorter ends there.
      if (!hasHead(head, size) || (size < HEAD_BYTES && isWord(load<u8>(start + size)))) continue;
      found(start, kind);
      break;
    }
  }
}

function anywhereIn(at: i32, bits: u64): void {
  while (bits !== 0) {
    const start = at + <i32>ctz(bits);
    bits &= bits - 1;
    const head = load<u64>(start);
    let sizes = headSizes(head);
    while (sizes !== 0) {
      const size = <i32>ctz(sizes) + 1;
      sizes &= sizes - 1;
      if (!hasHead(head, size)) continue;
      found(start, ANYWHERE);
      break;
    }
  }
}

/** Bits of what belongs to one of these groups. */
function among(groups: i32, one: v128, two: v128, three: v128, four: v128): u64 {
  const sought = i8x16.splat(<i8>groups);
  return ~joined(
    noneOf(v128.and(one, sought)),
    noneOf(v128.and(two, sought)),
    noneOf(v128.and(three, sought)),
    noneOf(v128.and(four, sought)),
  );
}

function noneOf(bytes: v128): u32 {
  return i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0)));
}
