// Finds what came before in the text: AssemblyScript, a part of deflate.as.ts. Runs in the engine's process.
//
// note: lists by the end of a match
// The usual way goes through the places that begin as this one does, nearest first, and keeps the longest match. In logs hundreds of
// places begin alike. A match that is longer than the one found must hold the eight bytes up to the one behind its end, and few
// places have these: so we go through those. Three of them give what sixteen give the usual way, measured on log text.
import { BACK, EIGHTS, FOURS } from './places.as.ts';

/** Deflate's own limits (RFC 1951). */
const FARTHEST: i32 = 0x8000;
const LONGEST: i32 = 258;
/** Of so many bytes lists are kept. */
export const LISTED: i32 = 8;
/** So many places are looked at behind the first. */
const LOOKS: i32 = 3;
/** A match of this length is not looked for a longer one. */
const LONG_ENOUGH: i32 = 64;

const SPREAD: u64 = ((<u64>0x9e3779b1) << 32) | 0x85ebca87;

/** What `find` found: 0 where it is nothing longer. */
export let length: i32 = 0;
export let distance: i32 = 0;

/** Nothing came before. */
export function forget(): void {
  memory.fill(FOURS, 0, BACK + 0x10000 - FOURS);
}

/** Enters a place into the lists. Old ones are told from new ones by their distance only: whoever reads looks at the bytes. */
export function enter(at: i32): void {
  const eight = load<u64>(at);
  const last = eightsOf(eight);
  store<u16>(BACK + ((at & 0x7fff) << 1), <u16>(at - <i32>load<u16>(last)));
  store<u16>(last, <u16>at);
  store<u16>(foursOf(<u32>eight), <u16>at);
}

/** Looks for a match of more than `least` bytes, and enters the place. @param from nothing lies before. @param end of the text. */
export function find(at: i32, least: i32, from: i32, end: i32): void {
  const eight = load<u64>(at);
  const nearest = behind(at, eightsOf(eight));
  const nearestFour = behind(at, foursOf(<u32>eight));
  enter(at);
  const far = min(FARTHEST, at - from);
  const limit = min(LONGEST, end - at);
  length = 0;
  if (least >= limit) return;
  if (least < LISTED) {
    least = longer(at, nearest, far, limit, least);
    if (least < LISTED) least = longer(at, nearestFour, far, limit, least);
    if (least < LISTED) return;
  }
  for (let looks = LOOKS; looks > 0 && least < min(limit, LONG_ENOUGH); ) {
    const listed = at + least + 1 - LISTED;
    const before = least;
    for (
      let back = behind(listed, eightsOf(load<u64>(listed)));
      looks > 0 && back <= far && least === before;
      back += load<u16>(BACK + (((listed - back) & 0x7fff) << 1))
    ) {
      if (load<u64>(at - back) === eight) least = longer(at, back, far, limit, least);
      looks -= 1;
    }
    if (least === before) return;
  }
}

/** @returns the length of the match so far back where it is longer than `least`, which it takes; else `least`. */
function longer(at: i32, back: i32, far: i32, limit: i32, least: i32): i32 {
  if (<u32>(back - 1) >= <u32>far) return least;
  const found = min(limit, alike(at - back, at));
  if (found <= least) return least;
  length = found;
  distance = back;
  return found;
}

/** How many bytes are the same from both places on. */
function alike(one: i32, other: i32): i32 {
  let bytes: i32 = 0;
  do {
    const differ = i8x16.bitmask(i8x16.ne(v128.load(one + bytes), v128.load(other + bytes)));
    if (differ !== 0) return bytes + ctz(differ);
    bytes += 16;
  } while (bytes < LONGEST);
  return LONGEST;
}

/** How far behind `at` the place is that is kept here. */
function behind(at: i32, kept: i32): i32 {
  return (at - <i32>load<u16>(kept)) & 0xffff;
}

function eightsOf(bytes: u64): i32 {
  return EIGHTS + ((<i32>((bytes * SPREAD) >>> 49)) << 1);
}

function foursOf(bytes: u32): i32 {
  return FOURS + ((<i32>((bytes * 0x9e3779b1) >>> 18)) << 1);
}
