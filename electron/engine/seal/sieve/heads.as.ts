// What is sought by how it begins, for the seal check's hot loop (sieve.as.ts): heads of names, of either case, where a word begins;
// heads of names in other scripts and of secrets wherever they stand. Runs in the engine's process.

/** For each key of three bytes the sizes of the heads that begin with them, a bit for each. */
export const HEAD_SIZES: i32 = 0x400;
/** Bits, one for each key of a head. */
export const HEAD_KEYS: i32 = 0x2400;
/**
 * Of the first three bytes of a head the lower and the upper half each: bits of the groups of heads that have it there. Where all
 * six agree on a group, one of its heads may begin (the way of Hyperscan's Teddy).
 */
export const HALVES: i32 = 0x6400;
/** A name or a secret is told by so many bytes, or by all that it has. */
export const HEAD_BYTES: i32 = 8;

/** Groups of heads of words; the others are of what stands anywhere. */
export const WORD_GROUPS: i32 = 0x07;
export const ANYWHERE_GROUPS: i32 = 0xf8;

const BEGINNING_BYTES: i32 = 3;
/** As many bits as a table of keys has; one of sizes has a byte for each key. */
const KEY_BITS: u32 = 17;
const BEGINNING_KEY_BITS: u32 = 13;
const SMALL_LETTERS: u64 = ((<u64>0x20202020) << 32) | 0x20202020;
const SPREAD: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;

/**
 * Seeks one head more.
 * @param at of its bytes. @param group one of those for words, or for what stands anywhere. @param isWord sought in either case.
 */
export function seekHead(at: i32, size: i32, group: u32, isWord: bool): void {
  const head = isWord ? smallHead(at) : load<u64>(at);
  const key = headKey(head, size);
  mark(HEAD_KEYS + (key >> 3), <u8>(key & 7));
  // What is shorter than a beginning goes on in every way.
  const open = max(0, BEGINNING_BYTES - size) << 3;
  const known = <u32>head & ((1 << (min(size, BEGINNING_BYTES) << 3)) - 1);
  for (let rest: u32 = 0; rest < 1 << open; rest += 1) {
    mark(HEAD_SIZES + beginningKey(known | (rest << (size << 3))), <u8>(size - 1));
  }
  for (let place = 0; place < BEGINNING_BYTES; place += 1) {
    const byte: u32 = load<u8>(at + place);
    if (place >= size) for (let any: u32 = 0; any < 256; any += 17) seekHalves(place, any, group);
    else seekHalves(place, byte, group);
    if (place < size && isWord && (byte | 0x20) - 0x61 < 26) seekHalves(place, byte ^ 0x20, group);
  }
}

function seekHalves(place: i32, byte: u32, group: u32): void {
  mark(HALVES + (place << 5) + (byte & 15), <u8>group);
  mark(HALVES + (place << 5) + 16 + (byte >> 4), <u8>group);
}

function mark(at: i32, bit: u8): void {
  store<u8>(at, load<u8>(at) | ((<u8>1) << bit));
}

/** Bits of the groups that what begins at each of sixteen bytes can belong to. */
export function groupsAt(at: i32): v128 {
  const first = groupsOf(v128.load(at), v128.load(HALVES), v128.load(HALVES, 16));
  const second = groupsOf(v128.load(at, 1), v128.load(HALVES, 32), v128.load(HALVES, 48));
  const third = groupsOf(v128.load(at, 2), v128.load(HALVES, 64), v128.load(HALVES, 80));
  return v128.and(v128.and(first, second), third);
}

function groupsOf(bytes: v128, low: v128, high: v128): v128 {
  const half = i8x16.splat(15);
  return v128.and(
    i8x16.swizzle(low, v128.and(bytes, half)),
    i8x16.swizzle(high, v128.and(i16x8.shr_u(bytes, 4), half)),
  );
}

/** The bytes of a head, letters small. */
export function smallHead(at: i32): u64 {
  return load<u64>(at) | SMALL_LETTERS;
}

/** Sizes of the heads that may be this one's beginning, a bit for each. */
export function headSizes(head: u64): u32 {
  return load<u8>(HEAD_SIZES + beginningKey(<u32>head & 0xffffff));
}

export function hasHead(head: u64, size: i32): bool {
  const key = headKey(head, size);
  return (load<u8>(HEAD_KEYS + (key >> 3)) & (1 << (key & 7))) !== 0;
}

function headKey(head: u64, size: i32): u32 {
  const bytes = head & (~(<u64>0) >> ((<u64>(HEAD_BYTES - size)) << 3));
  return <u32>((bytes * SPREAD) >> (64 - KEY_BITS));
}

function beginningKey(bytes: u32): u32 {
  return (bytes * 0x9e3779b1) >> (32 - BEGINNING_KEY_BITS);
}
