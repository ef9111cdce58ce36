// The hot loop: AssemblyScript, made into WebAssembly (walk-code.ts) by `npm run wasm`; redaction as a whole takes about four fifths
// of the time it takes with the same loop in JavaScript. It knows bytes, tables and numbers only; what a run means is decided by
// the rules, which read the same text in JavaScript. Runs in the engine's process.
//
// A table says of each byte whether it begins a run (letters, digits, dots, hyphens, underscores), is a mark, or nothing. While
// a run is read, its hash, the kinds of its bytes and whether a known name may begin in it fall out. What the hash says of the
// word is looked up in a memory of words. The walk stops only where the word, a dot in it, or the byte behind it can mean
// something to a rule (quiet.as.ts). (Telling sixteen or sixty-four bytes at a time apart first was tried: runs are so short that it
// was slower.)

import { mayBeHeader } from './header.as.ts';
import {
  CHINESE,
  ENDINGS,
  FOUND,
  HEX,
  KINDS,
  LETTERS,
  STARTS,
  STRICT_KINDS,
  startOf,
  TEXT,
  WORD_HASHES,
  WORD_NEXTS,
  WORD_SECONDS,
  WORD_SENSES,
  WORD_SIZES,
} from './places.as.ts';
import { isQuietMark, isQuietRun, LONGEST_WORD } from './quiet.as.ts';

export {
  CHINESE,
  ENDINGS,
  FOUND,
  HEX,
  KINDS,
  LETTERS,
  mayBeHeader,
  STARTS,
  STRICT_KINDS,
  TEXT,
  WORD_HASHES,
  WORD_NEXTS,
  WORD_SECONDS,
  WORD_SENSES,
  WORD_SIZES,
};

const WORD_SLOTS: i32 = 1 << 15;

const NOTHING: u32 = 0;
const RUN: u32 = 1;
const LINE_FEED: u32 = 3;

const DIGIT: u32 = 1;
const LETTER: u32 = 6;
const WORD: u32 = 7;

/** What the loop stopped at. */
const AT_LIMIT: i32 = 0;
const AT_RUN: i32 = 1;
const AT_MARK: i32 = 2;
const AT_LINE: i32 = 3;
const AT_NEW_WORD: i32 = 4;

const STRICT: i32 = 1;
const EVERY_RUN: i32 = 2;
const EVERY_LINE: i32 = 4;

/**
 * Goes on from `from` to the next stop.
 * @param limit positions from here on need not be decided. @param end of the text. @param longest bytes of a run.
 * @returns what it stopped at; where is in FOUND.
 */
export function walk(from: i32, limit: i32, end: i32, longest: i32, flags: i32): i32 {
  const isStrict = (flags & STRICT) !== 0;
  const kinds = isStrict ? STRICT_KINDS : KINDS;
  let at = TEXT + from;
  const stop = TEXT + limit;
  const last = TEXT + end;
  while (at < stop) {
    const first: u32 = load<u8>(at);
    const kind: u32 = load<u8>(kinds + first);
    if (kind === NOTHING) {
      at += 1;
      continue;
    }
    if (kind === LINE_FEED) {
      at += 1;
      store<i32>(FOUND + 24, at - TEXT);
      if (at >= stop || ((flags & EVERY_LINE) === 0 && !mayBeHeader(at - TEXT))) continue;
      store<i32>(FOUND, at - TEXT);
      return AT_LINE;
    }
    if (kind !== RUN) {
      if (isQuietMark(at, first, isStrict)) {
        at += 1;
        continue;
      }
      store<i32>(FOUND, at - TEXT);
      return AT_MARK;
    }
    const start = at;
    const runEnd = min(last, start + longest);
    let letters: u32 = load<u16>(LETTERS + (first << 1));
    let bits: u32 = 0;
    let hash: u32 = 0;
    let name: u32 = 0;
    do {
      if ((letters & WORD) !== 0) {
        name |= load<u8>(STARTS + startOf(letters >> 8, load<u8>(at, 1), load<u8>(at, 2)));
        do {
          bits |= letters;
          hash = hash * 31 + (letters >> 8);
          at += 1;
          letters = load<u16>(LETTERS + ((<u32>load<u8>(at)) << 1));
        } while ((letters & WORD) !== 0 && at < runEnd);
      } else {
        bits |= letters;
        hash = hash * 31 + (letters >> 8);
        at += 1;
        letters = load<u16>(LETTERS + ((<u32>load<u8>(at)) << 1));
      }
    } while (letters !== 0 && at < runEnd);
    bits &= 0xff;
    const size = at - start;
    let sense: u32 = 0;
    if ((bits & LETTER) !== 0 && size >= 2 && size <= LONGEST_WORD) {
      const slot: i32 = (hash ^ (hash >> 15)) & (WORD_SLOTS - 1);
      if (load<u32>(WORD_HASHES + (slot << 2)) === hash && load<u8>(WORD_SIZES + slot) === <u8>size) {
        sense = load<u8>(WORD_SENSES + slot);
        // What follows may mean something to none of its rules.
        if (sense !== 0 && !(isAmong(WORD_NEXTS, slot, at) && isAmong(WORD_SECONDS, slot, at + 1))) sense = 0;
      } else if (!isNumber(start, at)) {
        store<i32>(FOUND, start - TEXT);
        store<i32>(FOUND + 4, at - TEXT);
        store<i32>(FOUND + 20, hash);
        return AT_NEW_WORD;
      }
    }
    if (sense === 0 && name === 0 && (flags & EVERY_RUN) === 0) {
      const next: u32 = at < last ? load<u8>(at) : 0;
      if (isQuietRun(start, at, bits, next, isStrict)) continue;
    }
    store<i32>(FOUND, start - TEXT);
    store<i32>(FOUND + 4, at - TEXT);
    store<i32>(FOUND + 8, bits);
    store<i32>(FOUND + 12, sense);
    store<i32>(FOUND + 16, name);
    store<i32>(FOUND + 20, hash);
    return AT_RUN;
  }
  store<i32>(FOUND, at - TEXT);
  return AT_LIMIT;
}

/** @param sets of bytes, one for each word: a bit for the lower five bits of each. @param at what follows. */
function isAmong(sets: i32, slot: i32, at: i32): bool {
  return ((load<u32>(sets + (slot << 2)) >> (load<u8>(at) & 31)) & 1) !== 0;
}

/** The next position before `limit` at which a word, or a character beyond ASCII, begins as a name does; else the limit. */
export function nextName(from: i32, limit: i32): i32 {
  let at = TEXT + from;
  const stop = TEXT + limit;
  let before: u32 = from > 0 ? load<u16>(LETTERS + ((<u32>load<u8>(at - 1)) << 1)) & WORD : 0;
  for (; at < stop; at += 1) {
    const byte: u32 = load<u8>(at);
    const letters: u32 = load<u16>(LETTERS + (byte << 1));
    const begins = (letters & WORD) !== 0 ? before === 0 : byte >= 0x80;
    if (begins && load<u8>(STARTS + startOf(byte, load<u8>(at, 1), load<u8>(at, 2))) === 1) break;
    before = letters & WORD;
  }
  return at - TEXT;
}

/** Bytes that are looked at or copied at once. */
const AT_ONCE: i32 = 16;

/** The next line feed, or the end. */
export function lineEnd(from: i32, end: i32): i32 {
  const feed = i8x16.splat(0x0a);
  for (let at = from; at < end; at += AT_ONCE) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(TEXT + at), feed));
    if (found !== 0) return min(end, at + ctz(found));
  }
  return end;
}

/** The next byte below a blank that is no tab, line feed or return, or the end: nearly always there is none. */
export function nextControl(from: i32, end: i32): i32 {
  for (let at = from; at < end; at += AT_ONCE) {
    const bytes = v128.load(TEXT + at);
    const low = i8x16.lt_u(bytes, i8x16.splat(0x20));
    if (!v128.any_true(low)) continue;
    const white = v128.or(
      i8x16.eq(bytes, i8x16.splat(0x0a)),
      v128.or(i8x16.eq(bytes, i8x16.splat(0x0d)), i8x16.eq(bytes, i8x16.splat(0x09))),
    );
    const found = i8x16.bitmask(v128.andnot(low, white));
    if (found !== 0) return min(end, at + ctz(found));
  }
  return end;
}

/** Most stretches between two replacements are shorter; in steps they are copied faster than by a call. */
const SHORT: i32 = 160;

/** Copies bytes from one address to another; up to fifteen more are written behind them. */
export function copy(to: i32, from: i32, size: i32): void {
  if (size > SHORT) {
    memory.copy(to, from, size);
    return;
  }
  for (let at = 0; at < size; at += AT_ONCE) v128.store(to + at, v128.load(from + at));
}

/** Hexadecimal with a decimal digit in it: thread ids and the like are no words, and would push words out of the memory. */
function isNumber(start: i32, end: i32): bool {
  let at = start;
  let digits: u32 = 0;
  if (load<u8>(at) === 0x30 && (load<u8>(at, 1) | 0x20) === 0x78 && end - start > 2) {
    at += 2;
    digits = DIGIT;
  }
  for (; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (load<u8>(HEX + byte) === 255) return false;
    digits |= load<u16>(LETTERS + (byte << 1));
  }
  return (digits & DIGIT) !== 0;
}
