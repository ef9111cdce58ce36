// Writes one block of deflate: AssemblyScript, a part of deflate.as.ts. Runs in the engine's process.
import { makeCodes } from './huffman.as.ts';
import {
  CODES,
  COUNTS,
  DISTANCE_SYMBOLS,
  DISTANCES,
  LENGTH_CODES,
  LENGTH_SYMBOLS,
  SIZE_CODES,
  SIZE_COUNTS,
  SIZE_SIZES,
  SIZES,
  TOKENS,
  WRITTEN_SIZES,
} from './places.as.ts';

/** How many symbols there are (RFC 1951). */
const LITERALS: i32 = 286;
const ALL_DISTANCES: i32 = 30;
const ALL_SIZES: i32 = 19;
const END: i32 = 256;
/** In this order the sizes of the sizes' codes are written. */
const SIZE_ORDER: i32 = memory.data<u8>([
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
]) as i32;
/** A block of bytes as they are has no more. */
const MOST_STORED: i32 = 0xffff;

/** Where the next byte goes, and the bits that are no whole byte yet. */
let to: i32 = 0;
let bits: u64 = 0;
let held: u64 = 0;
/** Behind the last token. */
let tokens: i32 = TOKENS;

/** Begins a file. */
export function beginBlocks(): void {
  bits = 0;
  held = 0;
  clear();
}

function clear(): void {
  tokens = TOKENS;
  memory.fill(COUNTS, 0, (DISTANCES + ALL_DISTANCES) << 2);
}

export function writeTo(place: i32): void {
  to = place;
}

/** @returns the place behind the last whole byte. */
export function writtenTo(): i32 {
  return to;
}

/** How many tokens the block has. */
export function tokenCount(): i32 {
  return (tokens - TOKENS) >> 2;
}

export function addLiteral(byte: i32): void {
  store<u32>(tokens, byte);
  tokens += 4;
  count(byte);
}

export function addMatch(length: i32, distance: i32): void {
  store<u32>(tokens, (distance << 16) | length);
  tokens += 4;
  count(257 + <i32>load<u8>(LENGTH_SYMBOLS + length));
  count(DISTANCES + distanceSymbol(distance));
}

function count(symbol: i32): void {
  const place = COUNTS + (symbol << 2);
  store<u32>(place, load<u32>(place) + 1);
}

function distanceSymbol(distance: i32): i32 {
  const above = distance - 1;
  return load<u8>(DISTANCE_SYMBOLS + (above < 256 ? above : 256 + (above >> 7)));
}

/** Writes the tokens, or the bytes that they stand for where that is shorter. @param from of the block's text, up to `end`. */
export function writeBlock(from: i32, end: i32, isLast: bool): void {
  const startTo = to;
  const startBits = bits;
  const startHeld = held;
  count(END);
  makeCodes(COUNTS, LITERALS, 15, SIZES, CODES);
  makeCodes(COUNTS + (DISTANCES << 2), ALL_DISTANCES, 15, SIZES + DISTANCES, CODES + (DISTANCES << 2));
  write(isLast ? 1 : 0, 1);
  write(2, 2);
  writeSizes();
  writeTokens();
  if (to - startTo >= end - from + 5) {
    to = startTo;
    bits = startBits;
    held = startHeld;
    writeStored(from, end, isLast);
  }
  clear();
  if (isLast) toByte();
}

function writeStored(from: i32, end: i32, isLast: bool): void {
  do {
    const bytes = min(MOST_STORED, end - from);
    write(isLast && from + bytes === end ? 1 : 0, 1);
    write(0, 2);
    toByte();
    write(bytes, 16);
    write(~bytes & 0xffff, 16);
    toByte();
    memory.copy(to, from, bytes);
    to += bytes;
    from += bytes;
  } while (from < end);
}

/** How long each symbol's code is, in runs. */
function writeSizes(): void {
  let literals = LITERALS;
  while (load<u8>(SIZES + literals - 1) === 0) literals -= 1;
  let distances = ALL_DISTANCES;
  while (distances > 1 && load<u8>(SIZES + DISTANCES + distances - 1) === 0) distances -= 1;
  memory.fill(SIZE_COUNTS, 0, ALL_SIZES << 2);
  let end = WRITTEN_SIZES;
  const all = literals + distances;
  for (let at = 0; at < all; ) {
    const size = sizeAt(at, literals);
    let same: i32 = 1;
    while (at + same < all && sizeAt(at + same, literals) === size) same += 1;
    at += same;
    // A run of zeros, or one size and how often it comes again.
    if (size === 0) {
      for (; same >= 11; same -= min(same, 138)) end = writtenSize(end, 18, min(same, 138) - 11);
      if (same >= 3) {
        end = writtenSize(end, 17, same - 3);
        same = 0;
      }
    } else {
      end = writtenSize(end, size, 0);
      same -= 1;
      for (; same >= 3; same -= min(same, 6)) end = writtenSize(end, 16, min(same, 6) - 3);
    }
    for (; same > 0; same -= 1) end = writtenSize(end, size, 0);
  }
  makeCodes(SIZE_COUNTS, ALL_SIZES, 7, SIZE_SIZES, SIZE_CODES);
  let sizes = ALL_SIZES;
  while (load<u8>(SIZE_SIZES + <i32>load<u8>(SIZE_ORDER + sizes - 1)) === 0) sizes -= 1;
  write(literals - 257, 5);
  write(distances - 1, 5);
  write(sizes - 4, 4);
  for (let at = 0; at < sizes; at += 1) write(load<u8>(SIZE_SIZES + <i32>load<u8>(SIZE_ORDER + at)), 3);
  for (let at = WRITTEN_SIZES; at < end; at += 2) {
    const symbol: i32 = load<u8>(at);
    writeCode(load<u32>(SIZE_CODES + (symbol << 2)));
    if (symbol >= 16) write(load<u8>(at, 1), symbol === 16 ? 2 : symbol === 17 ? 3 : 7);
  }
}

function sizeAt(at: i32, literals: i32): i32 {
  return load<u8>(at < literals ? SIZES + at : SIZES + DISTANCES + at - literals);
}

function writtenSize(end: i32, symbol: i32, more: i32): i32 {
  store<u16>(end, <u16>(symbol | (more << 8)));
  const place = SIZE_COUNTS + (symbol << 2);
  store<u32>(place, load<u32>(place) + 1);
  return end + 2;
}

function writeTokens(): void {
  for (let length = 3; length <= 258; length += 1) {
    const symbol: i32 = load<u8>(LENGTH_SYMBOLS + length);
    const code = load<u32>(CODES + ((257 + symbol) << 2));
    const more: u32 = symbol < 8 || symbol === 28 ? 0 : (symbol >> 2) - 1;
    const bitsMore: u32 = (length - 3) & ((1 << more) - 1);
    store<u32>(LENGTH_CODES + (length << 2), (code + (more << 24)) | (bitsMore << (code >>> 24)));
  }
  for (let at = TOKENS; at < tokens; at += 4) {
    const token = load<u32>(at);
    if (token < 0x10000) {
      writeCode(load<u32>(CODES + (token << 2)));
      continue;
    }
    const distance: i32 = token >>> 16;
    const symbol = distanceSymbol(distance);
    const more: i32 = symbol < 4 ? 0 : (symbol >> 1) - 1;
    hold(load<u32>(LENGTH_CODES + ((token & 0xffff) << 2)));
    hold(load<u32>(CODES + ((DISTANCES + symbol) << 2)));
    write((distance - 1) & ((1 << more) - 1), more);
  }
  writeCode(load<u32>(CODES + (END << 2)));
}

/** @param code with its size in the highest 8 bits. */
function hold(code: u32): void {
  bits |= (<u64>(code & 0xffffff)) << held;
  held += code >>> 24;
}

function writeCode(code: u32): void {
  write(code & 0xffffff, code >>> 24);
}

/** What is held must leave room: whole bytes go out at once, and no token has more than 48 bits. */
function write(value: u32, size: u32): void {
  bits |= (<u64>value) << held;
  held += size;
  store<u64>(to, bits);
  to += <i32>(held >> 3);
  bits >>= held & 0x38;
  held &= 7;
}

function toByte(): void {
  if (held > 0) write(0, 8 - <u32>held);
}

/** Which symbol stands for which length and distance (RFC 1951). */
export function makeSymbols(): void {
  for (let length = 3; length <= 258; length += 1) {
    store<u8>(LENGTH_SYMBOLS + length, <u8>(length === 258 ? 28 : symbolOf(length - 3, 2)));
  }
  for (let above = 0; above < 256; above += 1) {
    store<u8>(DISTANCE_SYMBOLS + above, <u8>symbolOf(above, 1));
    store<u8>(DISTANCE_SYMBOLS + 256 + above, <u8>symbolOf(above << 7, 1));
  }
}

/** Values in steps: twice as many to a step after every `1 << fine` of them. */
function symbolOf(value: i32, fine: i32): i32 {
  if (value < 1 << fine) return value;
  const top = 31 - clz(value);
  return ((top - fine + 1) << fine) + ((value >> (top - fine)) & ((1 << fine) - 1));
}
