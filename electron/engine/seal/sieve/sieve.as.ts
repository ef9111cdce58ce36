// The seal check's hot loop: AssemblyScript, made into WebAssembly (sieve-code.ts) by `npm run wasm`. One pass over a text, 64
// bytes at a time, that drops nearly all of it: what is left are places where a sought name, an address or a secret may begin.
// It may take a place too many, never one too few; what really stands there is looked at in JavaScript (leak-finder.ts). It
// shares nothing with the scanner that redacts. Runs in the engine's process.

// Where things are in memory; filled and read by sieve.ts.
/** Bits, one for each key of a sought word. */
export const WORD_KEYS: i32 = 0x400;
/** The same of sought addresses of four numbers. */
export const QUAD_KEYS: i32 = 0x4400;
/** What was found: place and kind, 32 bits each. */
export const PLACES: i32 = 0x8400;
export const MAX_PLACES: i32 = 1024;
/** Of the lower and the upper half of a secret's first byte, then of its second: bits of the groups that it can belong to. */
export const SECRET_HALVES: i32 = 0xb000;
/** Bits, one for each key of a secret's beginning. */
export const SECRET_KEYS: i32 = 0xb100;
/** The text; zeros stand before and behind it. */
export const TEXT: i32 = 0x10000;

/** As many bits as a table of keys has. */
const KEY_BITS: u32 = 17;
const SECRET_KEY_BITS: u32 = 13;

/** Kinds of places. */
const WORD: i32 = 1;
const BEHIND_CHARACTER: i32 = 2;
const ADDRESS: i32 = 3;
const SECRET: i32 = 4;

/** What is sought beside words and secrets. */
const QUADS: i32 = 1;
const PAIRS: i32 = 2;
const IPV6: i32 = 4;

const BLOCK: i32 = 64;
/** More than one block can have. */
const MOST_IN_BLOCK: i32 = 256;
/** Of a word so many bytes make its key. */
const KEY_BYTES: i32 = 8;
const SMALL_LETTERS: u64 = ((<u64>0x20202020) << 32) | 0x20202020;
const SPREAD: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
const SHORTEST_WORD: i32 = 3;
const SHORTEST_IPV6: i32 = 4;
/** MAC addresses and IPv6 without a gap have at least so many marks. */
const PAIR_MARKS: i32 = 5;
const QUAD_DOTS: i32 = 3;

const COLON: u32 = 0x3a;
const DOT: u32 = 0x2e;
const DASH: u32 = 0x2d;

let places: i32 = 0;
/** Addresses were looked for up to here. */
let addressEnd: i32 = 0;

/**
 * Looks through the text from `from` on; at its beginning, or where it stopped.
 * @returns where it stopped: behind `end`, or sooner where there is no room for more places. Their number is in PLACES.
 */
export function sift(from: i32, end: i32, sought: i32): i32 {
  places = 0;
  if (from === 0) addressEnd = TEXT;
  const stop = TEXT + end;
  let at = TEXT + from;
  for (; at < stop && places < MAX_PLACES - MOST_IN_BLOCK; at += BLOCK) {
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const three = v128.load(at, 32);
    const four = v128.load(at, 48);
    const words = joined(wordBits(one), wordBits(two), wordBits(three), wordBits(four));
    wordsIn(at, words);
    let marks: u64 = 0;
    if ((sought & QUADS) !== 0) marks = bitsOf(DOT, one, two, three, four);
    if ((sought & (PAIRS | IPV6)) !== 0) marks |= bitsOf(COLON, one, two, three, four);
    if ((sought & PAIRS) !== 0) marks |= bitsOf(DASH, one, two, three, four);
    addressesAt(at, marks, sought, stop);
    const secrets = joined(
      secretBits(one, v128.load(at, 1)),
      secretBits(two, v128.load(at, 17)),
      secretBits(three, v128.load(at, 33)),
      secretBits(four, v128.load(at, 49)),
    );
    secretsIn(at, secrets);
  }
  store<i32>(PLACES, places);
  return at - TEXT;
}

/** @param words bits of letters and digits. */
function wordsIn(at: i32, words: u64): void {
  const before: u64 = isWord(load<u8>(at - 1)) ? 1 : 0;
  let starts = words & ~((words << 1) | before);
  while (starts !== 0) {
    const bit = <i32>ctz(starts);
    starts &= starts - 1;
    const start = at + bit;
    const size = bit <= BLOCK - KEY_BYTES ? min(KEY_BYTES, <i32>ctz(~(words >> bit))) : wordSize(start);
    if (size < SHORTEST_WORD) continue;
    if (hasKey(WORD_KEYS, wordKey(start, size))) found(start, WORD);
    if (load<u8>(start - 1) < 0x80) continue;
    const rest = wordSize(start + 1);
    if (rest >= SHORTEST_WORD && hasKey(WORD_KEYS, wordKey(start + 1, rest)))
      found(start + 1, BEHIND_CHARACTER);
  }
}

/** @param marks bits of dots, colons and dashes, as far as addresses with them are sought. */
function addressesAt(at: i32, marks: u64, sought: i32, stop: i32): void {
  while (marks !== 0) {
    const mark = at + <i32>ctz(marks);
    marks &= marks - 1;
    if (mark < addressEnd || !(load<u8>(mark) === DOT ? mayJoinNumbers(mark) : isAddress(load<u8>(mark, 1))))
      continue;
    const start = runStart(mark);
    addressEnd = runEnd(mark, stop);
    if (mayBeAddress(start, addressEnd, sought)) found(start, ADDRESS);
  }
}

/** Four numbers have a dot between two digits, and the next one a few digits on. */
function mayJoinNumbers(dot: i32): bool {
  if (!isDigit(load<u8>(dot - 1)) || !isDigit(load<u8>(dot, 1))) return false;
  return load<u8>(dot, 2) === DOT || load<u8>(dot, 3) === DOT || load<u8>(dot, 4) === DOT;
}

/** Times of day, which every line has, have too few marks. */
function mayBeAddress(start: i32, end: i32, sought: i32): bool {
  let dots = 0;
  let colons = 0;
  let doubles = 0;
  let dashes = 0;
  for (let at = start; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (byte === DOT) dots += 1;
    else if (byte === DASH) dashes += 1;
    else if (byte === COLON) {
      colons += 1;
      if (load<u8>(at, 1) === COLON) doubles += 1;
    }
  }
  if ((sought & QUADS) !== 0 && dots >= QUAD_DOTS && holdsQuad(start, end)) return true;
  if ((sought & PAIRS) !== 0 && (colons >= PAIR_MARKS || dashes >= PAIR_MARKS)) return true;
  if ((sought & IPV6) === 0) return false;
  return colons >= PAIR_MARKS || (doubles > 0 && end - start >= SHORTEST_IPV6);
}

function secretsIn(at: i32, secrets: u64): void {
  while (secrets !== 0) {
    const start = at + <i32>ctz(secrets);
    secrets &= secrets - 1;
    if (hasKey(SECRET_KEYS, secretKey(start))) found(start, SECRET);
  }
}

/**
 * Bits of what may be the first two bytes of a secret: each half of either byte has a table of what it can belong to, and where
 * all four agree on one of eight groups it may be one (the way of Hyperscan's Teddy).
 */
function secretBits(bytes: v128, next: v128): u32 {
  const low = i8x16.splat(15);
  const first = v128.and(
    i8x16.swizzle(v128.load(SECRET_HALVES), v128.and(bytes, low)),
    i8x16.swizzle(v128.load(SECRET_HALVES, 16), i8x16.shr_u(bytes, 4)),
  );
  const second = v128.and(
    i8x16.swizzle(v128.load(SECRET_HALVES, 32), v128.and(next, low)),
    i8x16.swizzle(v128.load(SECRET_HALVES, 48), i8x16.shr_u(next, 4)),
  );
  return <u32>~i8x16.bitmask(i8x16.eq(v128.and(first, second), i8x16.splat(0))) & 0xffff;
}

/** Bits of ASCII letters and digits. */
function wordBits(bytes: v128): u32 {
  const small = v128.or(bytes, i8x16.splat(0x20));
  const letters = i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
  return i8x16.bitmask(v128.or(letters, digits));
}

function bitsOf(byte: u32, one: v128, two: v128, three: v128, four: v128): u64 {
  const sought = i8x16.splat(<i8>byte);
  return joined(
    i8x16.bitmask(i8x16.eq(one, sought)),
    i8x16.bitmask(i8x16.eq(two, sought)),
    i8x16.bitmask(i8x16.eq(three, sought)),
    i8x16.bitmask(i8x16.eq(four, sought)),
  );
}

function joined(one: u32, two: u32, three: u32, four: u32): u64 {
  return <u64>one | ((<u64>two) << 16) | ((<u64>three) << 32) | ((<u64>four) << 48);
}

/** Of the word's first eight bytes; case of letters does not matter. */
export function wordKey(at: i32, size: i32): u32 {
  const bytes = (load<u64>(at) | SMALL_LETTERS) & (~(<u64>0) >> ((<u64>(KEY_BYTES - size)) << 3));
  return <u32>((bytes * SPREAD) >> (64 - KEY_BITS));
}

/** Of the first three bytes of a secret. */
export function secretKey(at: i32): u32 {
  return ((load<u32>(at) & 0xffffff) * 0x9e3779b1) >> (32 - SECRET_KEY_BITS);
}

export function quadKey(quad: u32): u32 {
  return (quad * 0x9e3779b1) >> (32 - KEY_BITS);
}

function hasKey(table: i32, key: u32): bool {
  return (load<u8>(table + (key >> 3)) & (1 << (key & 7))) !== 0;
}

/** Bytes of the word that begins there, up to what makes its key. */
function wordSize(at: i32): i32 {
  let size = 0;
  while (size < KEY_BYTES && isWord(load<u8>(at + size))) size += 1;
  return size;
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
      if (parts >= 4 && hasKey(QUAD_KEYS, quadKey(quad))) return true;
    }
    if (byte !== DOT || !isPart) parts = 0;
    part = 0;
    isPart = false;
  }
  return false;
}

/** The first digit or colon of what may be an address around `at`. */
function runStart(at: i32): i32 {
  while (at > addressEnd && isAddress(load<u8>(at - 1))) at -= 1;
  while (load<u8>(at) === DOT || load<u8>(at) === DASH) at += 1;
  return at;
}

function runEnd(at: i32, stop: i32): i32 {
  while (at < stop && isAddress(load<u8>(at))) at += 1;
  return at;
}

function isAddress(byte: u32): bool {
  const small = byte | 0x20;
  return isDigit(byte) || (small >= 0x61 && small <= 0x66) || byte === COLON || byte === DOT || byte === DASH;
}

function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

function isWord(byte: u32): bool {
  return isDigit(byte) || (byte | 0x20) - 0x61 < 26;
}

function found(at: i32, kind: i32): void {
  places += 1;
  const place = PLACES + (places << 3);
  store<i32>(place, at - TEXT);
  store<i32>(place, kind, 4);
}
