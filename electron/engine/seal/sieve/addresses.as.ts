// Where sought network addresses may be, for the seal check's hot loop (sieve.as.ts). Runs in the engine's process.
import { bitsOf, COLON, DASH, DOT, isDigit, isOfAddress, joined } from './bytes.as.ts';
import { found, TEXT } from './places.as.ts';

/** Bits, one for each key of a sought address of four numbers. */
export const QUAD_KEYS: i32 = 0x6800;
/** As many bits as the table of keys has. */
const KEY_BITS: u32 = 17;

/** Kinds of addresses that are sought. */
const QUADS: i32 = 1;
const PAIRS: i32 = 2;
const IPV6: i32 = 4;

const SHORTEST_IPV6: i32 = 4;
const GROUP_DIGITS: i32 = 4;
/** MAC addresses and IPv6 without a gap have at least so many marks. */
const PAIR_MARKS: i32 = 5;
const QUAD_DOTS: i32 = 3;

/** Addresses were looked for up to here. */
let addressEnd: i32 = 0;

/** At the beginning of a text. */
export function noAddresses(): void {
  addressEnd = TEXT;
}

/**
 * Bits of dots, colons and dashes of 64 bytes of which each address that is sought has one at least: times of day, dates and
 * decimals, which every line has, have none. What follows the 64 bytes may be anything.
 * @param words bits of letters and digits. @param before whether one stands before them: 1 or 0.
 */
export function marksOf(
  sought: i32,
  words: u64,
  before: u64,
  one: v128,
  two: v128,
  three: v128,
  four: v128,
): u64 {
  let marks: u64 = 0;
  if ((sought & QUADS) !== 0) {
    const dots = bitsOf(DOT, one, two, three, four);
    marks =
      dots & ((words << 1) | before) & later(words, 1) & (later(dots, 2) | later(dots, 3) | later(dots, 4));
  }
  if ((sought & (PAIRS | IPV6)) === 0) return marks;
  const colons = bitsOf(COLON, one, two, three, four);
  if ((sought & PAIRS) !== 0) marks |= pairMarks(colons) | pairMarks(bitsOf(DASH, one, two, three, four));
  if ((sought & IPV6) !== 0) {
    const inWords = wordsOf(words, joined(afterF(one), afterF(two), afterF(three), afterF(four)));
    marks |= groupMarks(colons) | (colons & later(colons, 1) & ~(inWords >> 2));
  }
  return marks;
}

/** Of those with four more behind them, each after two digits. */
function pairMarks(marks: u64): u64 {
  return marks & later(marks, 3) & later(marks, 6) & later(marks, 9) & later(marks, 12);
}

/** Of those with four more behind them, each after up to four digits. */
function groupMarks(marks: u64): u64 {
  let first = marks;
  for (let more = 1; more < PAIR_MARKS; more += 1)
    first = marks & (later(first, 1) | later(first, 2) | later(first, 3) | later(first, 4) | later(first, 5));
  return first;
}

/**
 * Cache::flush: of up to five letters and digits of which one is no hexadecimal digit, so that no address ends in them.
 * @param letters beyond F.
 */
function wordsOf(words: u64, letters: u64): u64 {
  let bits = letters;
  for (let more = 0; more < GROUP_DIGITS; more += 1) bits |= words & (bits >> 1);
  return bits;
}

/** Bits of letters that are no hexadecimal digits, among sixteen. */
function afterF(bytes: v128): u32 {
  const small = v128.or(bytes, i8x16.splat(0x20));
  return i8x16.bitmask(i8x16.le_u(i8x16.sub(small, i8x16.splat(0x67)), i8x16.splat(19)));
}

/** Bits of what is so many bytes further on. */
function later(bits: u64, bytes: u64): u64 {
  return (bits >> bytes) | ~(~(<u64>0) >> bytes);
}

/** Finds what may be addresses of a kind around these marks. */
export function addressesAt(at: i32, marks: u64, sought: i32, stop: i32, kind: i32): void {
  while (marks !== 0) {
    const mark = at + <i32>ctz(marks);
    marks &= marks - 1;
    if (mark < addressEnd || (load<u8>(mark) === DOT && !mayJoinNumbers(mark))) continue;
    const start = runStart(mark);
    addressEnd = runEnd(mark, stop);
    if (mayBeAddress(start, addressEnd, sought)) found(start, kind);
  }
}

/** Four numbers have a dot between two digits, and the next one a few digits on. */
function mayJoinNumbers(dot: i32): bool {
  if (!isDigit(load<u8>(dot - 1)) || !isDigit(load<u8>(dot, 1))) return false;
  return load<u8>(dot, 2) === DOT || load<u8>(dot, 3) === DOT || load<u8>(dot, 4) === DOT;
}

function mayBeAddress(start: i32, end: i32, sought: i32): bool {
  let dots = 0;
  let colons = 0;
  let dashes = 0;
  let hasGap = false;
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (byte === DOT) dots += 1;
    else if (byte === DASH) dashes += 1;
    else if (byte === COLON) {
      colons += 1;
      if (load<u8>(at, 1) === COLON) hasGap = true;
    }
  }
  if ((sought & QUADS) !== 0 && dots >= QUAD_DOTS && holdsQuad(start, end)) return true;
  if ((sought & PAIRS) !== 0 && (colons >= PAIR_MARKS || dashes >= PAIR_MARKS)) return true;
  if ((sought & IPV6) === 0) return false;
  return colons >= PAIR_MARKS || (hasGap && end - start >= SHORTEST_IPV6);
}

/** Whether four numbers with dots between them are among those that are sought, however many zeros they begin with. */
function holdsQuad(start: i32, end: i32): bool {
  let quad: u32 = 0;
  let parts = 0;
  let part: u32 = 0;
  let isPart = false;
  for (let at = start; at <= end; at += 1) {
    const byte: u32 = at < end ? load<u8>(at) : 0;
    if (isDigit(byte)) {
      part = part * 10 + byte - 0x30;
      isPart = true;
      continue;
    }
    if (isPart) {
      quad = (parts === 0 ? 0 : quad << 8) + part;
      parts += 1;
      if (parts >= 4 && hasQuad(quad)) return true;
    }
    if (byte !== DOT || !isPart) parts = 0;
    part = 0;
    isPart = false;
  }
  return false;
}

export function quadKey(quad: u32): u32 {
  return (quad * 0x9e3779b1) >> (32 - KEY_BITS);
}

function hasQuad(quad: u32): bool {
  const key = quadKey(quad);
  return (load<u8>(QUAD_KEYS + (key >> 3)) & (1 << (key & 7))) !== 0;
}

/** The first digit or colon of what may be an address around `at`. */
function runStart(at: i32): i32 {
  while (at > addressEnd && isOfAddress(load<u8>(at - 1))) at -= 1;
  while (load<u8>(at) === DOT || load<u8>(at) === DASH) at += 1;
  return at;
}

function runEnd(at: i32, stop: i32): i32 {
  while (at < stop && isOfAddress(load<u8>(at))) at += 1;
  return at;
}
