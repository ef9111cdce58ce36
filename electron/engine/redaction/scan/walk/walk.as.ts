// The hot loop: AssemblyScript, made into WebAssembly (walk-code.ts) by `npm run wasm`; redaction as a whole takes about four fifths
// of the time it takes with the same loop in JavaScript. It knows bytes, tables and numbers only; what a run means is decided by
// the rules, which read the same text in JavaScript. Runs in the engine's process.
//
// A table says of each byte whether it begins a run (letters, digits, dots, hyphens, underscores), is a mark, or nothing. While
// a run is read, its hash, the kinds of its bytes and whether a known name may begin in it fall out. What the hash says of the
// word is looked up in a memory of words. The walk stops only where the word, a dot in it, or the byte behind it can mean
// something to a rule. Whoever changes a condition of `isQuietRun` or `isQuietMark` must look at what visit-run.ts and
// visit-mark.ts do there. (Telling sixteen bytes at a time apart first was tried: runs are so short that it was slower.)

import { isDigit, isInRun, mayBeHeader } from './header.as.ts';
import {
  FOUND,
  HEX,
  KINDS,
  LETTERS,
  STARTS,
  STRICT_KINDS,
  TEXT,
  WORD_HASHES,
  WORD_SENSES,
  WORD_SIZES,
} from './places.as.ts';

export {
  FOUND,
  HEX,
  KINDS,
  LETTERS,
  mayBeHeader,
  STARTS,
  STRICT_KINDS,
  TEXT,
  WORD_HASHES,
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
const DOT: u32 = 8;

/** What the loop stopped at. */
const AT_LIMIT: i32 = 0;
const AT_RUN: i32 = 1;
const AT_MARK: i32 = 2;
const AT_LINE: i32 = 3;
const AT_NEW_WORD: i32 = 4;

const STRICT: i32 = 1;
const EVERY_RUN: i32 = 2;
const EVERY_LINE: i32 = 4;

const LONGEST_WORD: i32 = 80;

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

function startOf(first: u32, second: u32, third: u32): u32 {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
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

/** The next line feed, or the end. */
export function lineEnd(from: i32, end: i32): i32 {
  let at = TEXT + from;
  const last = TEXT + end;
  while (at < last && load<u8>(at) !== 0x0a) at += 1;
  return at - TEXT;
}

/** Of eight bytes. */
const BLANKS: u64 = (0x20202020 << 32) | 0x20202020;
const HIGH_BITS: u64 = (0x80808080 << 32) | 0x80808080;

/** The next byte below a blank that is no tab, line feed or return, or the end. Eight at a time: nearly always there is none. */
export function nextControl(from: i32, end: i32): i32 {
  let at = TEXT + from;
  const last = TEXT + end;
  while (at < last) {
    const eight = load<u64>(at);
    if (((eight - BLANKS) & ~eight & HIGH_BITS) === 0) {
      at += 8;
      continue;
    }
    for (const to = min(last, at + 8); at < to; at += 1) {
      const byte: u32 = load<u8>(at);
      if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at - TEXT;
    }
  }
  return end;
}

/** Most stretches between two replacements are shorter; eight bytes at a time they are copied faster than by a call. */
const SHORT: i32 = 160;

/** Copies bytes from one address to another; up to seven more are written behind them. */
export function copy(to: i32, from: i32, size: i32): void {
  if (size > SHORT) {
    memory.copy(to, from, size);
    return;
  }
  for (let at = 0; at < size; at += 8) store<u64>(to + at, load<u64>(from + at));
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

/** Whether no rule can find anything at a mark. */
function isQuietMark(at: i32, mark: u32, isStrict: bool): bool {
  const next: u32 = load<u8>(at, 1);
  if (mark === 0x3a) {
    // :: directly behind a word is no address; of :// comes a web address.
    if (next === 0x3a) return at > TEXT && isInRun(load<u8>(at - 1));
    return next !== 0x2f || load<u8>(at, 2) !== 0x2f;
  }
  if (mark === 0x5c) {
    // A name may begin behind \n, \r and \t.
    if (isStrict || next === 0x5c) return false;
    return (next !== 0x6e && next !== 0x72 && next !== 0x74) || !mayBeginName(at + 2);
  }
  // $6$ and the like of a password's hash.
  if (mark === 0x24) return !(isDigit(next) || (next >= 0x61 && next <= 0x7a));
  // 8Q~ and sha256~ of tokens; name*name.
  const before: u32 = at > TEXT ? load<u8>(at - 1) : 0;
  if (mark === 0x7e) return before !== 0x51 && before !== 0x36;
  if (mark === 0x2a) return !isInRun(before) || !isInRun(next);
  return false;
}

function mayBeginName(at: i32): bool {
  const first: u32 = load<u8>(at);
  const second: u32 = load<u8>(at, 1);
  const third: u32 = load<u8>(at, 2);
  if (((first | second | third) & 0x80) !== 0) return true;
  return load<u8>(STARTS + startOf(first, second, third)) === 1;
}

/** Whether no rule can find anything at a run whose word means nothing. @param next the byte behind it. */
function isQuietRun(start: i32, end: i32, bits: u32, next: u32, isStrict: bool): bool {
  const size = end - start;
  // A dot; @ and + of a mail address.
  if ((bits & DOT) !== 0 || next === 0x40 || next === 0x2b) return false;
  const first: u32 = load<u8>(start);
  // A token may begin or end in it; shorter ones are words, whose sense says so.
  if (size > LONGEST_WORD) return false;
  const before: u32 = start > TEXT ? load<u8>(start - 1) : 0;
  // //host/share and host:/volume; as `mayBeMounted` of mounted-host.ts.
  if (size > 2) {
    if (before === 0x2f && start - 1 > TEXT && load<u8>(start - 2) === 0x2f) return false;
    if (next === 0x3a && load<u8>(end, 1) === 0x2f && load<u8>(end, 2) !== 0x2f) return false;
  }
  // A domain before a user, but not in the middle of a path.
  if (next === 0x5c) {
    const isPart = before === 0x5c || before === 0x2f;
    if (!isPart || (load<u16>(LETTERS + (first << 1)) & WORD) === 0) return false;
  }
  const isHex = load<u8>(HEX + first) !== 255;
  if (isHex && size > 2 && load<u8>(start, 2) === 0x2d) return false;
  if (next !== 0x3a) return true;
  if (isStrict && size === 1) return false;
  if (!isHex || size > 4) return true;
  for (let at = start + 1; at < end; at += 1) if (load<u8>(HEX + <u32>load<u8>(at)) === 255) return true;
  // The middle of a time or of an address that was looked at before; else the first two digits of a time.
  if (before === 0x3a) return size < 3 || !isLabel(start - 1);
  const second: u32 = load<u8>(end, 1);
  if (second !== 0x3a && load<u8>(HEX + second) === 255) return true;
  return (
    size === 2 &&
    isInRun(load<u8>(start, 3)) &&
    isInRun(load<u8>(start, 4)) &&
    load<u8>(start, 5) === 0x3a &&
    load<u8>(start, 8) !== 0x3a
  );
}

/** Whether the word before a colon has letters that no address has: outside:2a02:… */
function isLabel(colon: i32): bool {
  for (let at = colon - 1; at >= TEXT && at > colon - 24; at -= 1) {
    const byte: u32 = load<u8>(at);
    if (!isInRun(byte)) return false;
    if (load<u8>(HEX + byte) === 255) return true;
  }
  return false;
}
