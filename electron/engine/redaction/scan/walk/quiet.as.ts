// Where no rule can find anything: AssemblyScript, a part of the hot loop of walk.as.ts. Whoever changes a condition here must look
// at what visit-run.ts and visit-mark.ts do there. Runs in the engine's process.
import { isDigit, isInRun } from './header.as.ts';
import { CHINESE, ENDINGS, HEX, LETTERS, STARTS, startOf, TEXT } from './places.as.ts';

const WORD: u32 = 7;
const LETTER: u32 = 6;
const DOT: u32 = 8;

/** Longer runs are no words. */
export const LONGEST_WORD: i32 = 80;

/** Whether no rule can find anything at a mark. */
export function isQuietMark(at: i32, mark: u32, isStrict: bool): bool {
  const next: u32 = load<u8>(at, 1);
  if (mark >= 0x80) {
    // Neither a field nor a name begins here.
    const start = startOf(mark, next, load<u8>(at, 2));
    return (load<u8>(CHINESE + start) | load<u8>(STARTS + start)) === 0;
  }
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
export function isQuietRun(start: i32, end: i32, bits: u32, next: u32, isStrict: bool): bool {
  const size = end - start;
  if ((bits & DOT) !== 0 && !isQuietDot(start, end, bits)) return false;
  // @ and + of a mail address.
  if (next === 0x40 || next === 0x2b) return false;
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

/**
 * Whether the dots of a run mean nothing: it ends in them as sentences do, it is a number with a fraction, or its ending is of no
 * domain, as that of a file. At the margin, and behind a bracket, names with dots mean more.
 */
function isQuietDot(start: i32, end: i32, bits: u32): bool {
  const before: u32 = start > TEXT ? load<u8>(start - 1) : 0x0a;
  if (before === 0x0a || before === 0x5b) return false;
  let to = end;
  while (to > start && !isWordByte(load<u8>(to - 1))) to -= 1;
  let ending: u32 = 0;
  let dots = 0;
  for (let at = start; at < to; at += 1) {
    const byte: u32 = load<u8>(at);
    // A name may end before a joint: srv01.corp_cvd.log
    if (byte === 0x5f) return false;
    if (byte === 0x2e) {
      if (dots > 0) return false;
      dots = 1;
      ending = 0;
    } else ending = ending * 31 + (byte | 0x20);
  }
  return dots === 0 || (bits & LETTER) === 0 || load<u8>(ENDINGS + (ending & 0x3ff)) === 0;
}

function isWordByte(byte: u32): bool {
  return (load<u16>(LETTERS + (byte << 1)) & WORD) !== 0;
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
