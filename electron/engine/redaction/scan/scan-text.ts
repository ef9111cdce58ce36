// The hot loop: each byte of a text is touched once. Runs in the engine's process.
//
// A table says of each byte whether it begins a run (letters, digits, dots, hyphens, underscores), is a mark, or nothing. While a
// run is read, its hash, the kinds of its bytes and whether a known name may begin in it fall out. What the hash says of the
// word is looked up in a memory of words. Only then, and only where the word, a dot in it or the byte behind it can mean
// something, are rules asked: they read through the scan, look around, and replace. Everything else passes without a call,
// an object or a string. Whoever changes a condition of `isQuiet` must look at what `visitRun` does with such a run.
import { lineBegin, mayBeHeader } from '../rules/line-begin.ts';
import { mayBeMounted } from '../rules/mounted-host.ts';
import {
  BITS,
  DOT,
  HEX,
  KIND,
  LETTER,
  LETTERS,
  LINE_FEED,
  NOTHING,
  RUN,
  STRICT_KIND,
  WORD,
} from './byte-classes.ts';
import { namesInRun } from './names-in-run.ts';
import { LOOK_AHEAD, type Scan } from './scan.ts';
import { senseOfRun } from './sense-memory.ts';
import { visitMark } from './visit-mark.ts';
import { LONG_ENOUGH_FOR_A_SECRET, visitRun } from './visit-run.ts';

const COLON = 0x3a;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
/** Bytes behind a run that set rules off: @ + \ and, for short runs of hexadecimal digits, the colon. */
const LOUD = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x40 || byte === 0x2b || byte === 0x5c ? 1 : 0,
);

/**
 * @param from where the last call stopped. @param limit positions from here on need not be decided yet.
 * @param end of what is at hand.
 * @returns where it stopped, at or after `limit`; `scan.lineStart` is the start of that line.
 */
export function scanText(scan: Scan, from: number, limit: number, end: number): number {
  const { bytes } = scan;
  const { starts } = scan.shared.names;
  const isStrict = scan.shared.level === 'strict';
  const kinds = isStrict ? STRICT_KIND : KIND;
  scan.newWindow(end);
  let at = from === scan.lineStart && from < limit && isTelling(scan, from) ? lineBegin(scan, from) : from;
  while (at < limit) {
    const first = bytes[at] as number;
    const kind = kinds[first] as number;
    if (kind === NOTHING) {
      at += 1;
      continue;
    }
    if (kind !== RUN) {
      if (kind === LINE_FEED) {
        at += 1;
        scan.lineStart = at;
        if (at < limit && isTelling(scan, at)) at = lineBegin(scan, at);
        continue;
      }
      const next = at + 1 < end ? (bytes[at + 1] as number) : 0;
      if (first === COLON && next !== COLON && next !== SLASH) {
        at += 1;
        continue;
      }
      scan.look(at);
      at = visitMark(scan, at);
      continue;
    }
    const start = at;
    const runLimit = Math.min(end, start + LOOK_AHEAD);
    let letters = LETTERS[first] as number;
    let bits = 0;
    let hash = 0;
    let mayHaveName = 0;
    let before = 0;
    let next = 0;
    do {
      if (before === 0 && (letters & WORD) !== 0) {
        mayHaveName |= starts[
          ((letters & 0x1f00) << 2) |
            (((bytes[at + 1] as number) & 31) << 5) |
            ((bytes[at + 2] as number) & 31)
        ] as number;
      }
      before = letters & WORD;
      bits |= letters;
      hash = (Math.imul(hash, 31) + (letters >> 8)) | 0;
      at += 1;
      if (at >= runLimit) break;
      next = bytes[at] as number;
      letters = LETTERS[next] as number;
    } while (letters !== 0);
    bits &= 0xff;
    const sense = (bits & LETTER) === 0 ? 0 : senseOfRun(scan, start, at, hash);
    if (sense === 0 && mayHaveName === 0 && !scan.waits) {
      if (isQuiet(bytes, start, at, bits, at < end ? next : 0, isStrict)) continue;
    }
    scan.look(start);
    const later = scan.maskLater(start);
    const done = later > 0 ? later : visitRun(scan, start, at, bits, sense);
    if (done > 0) at = done < at && mayHaveName ? namesInRun(scan, done, at) : Math.max(done, start + 1);
    else if (mayHaveName !== 0) at = Math.max(at, namesInRun(scan, start, at));
  }
  return at;
}

/** Whether rules look at where this line begins. */
function isTelling(scan: Scan, at: number): boolean {
  return scan.inPrivateKey || scan.valueFollows || mayBeHeader(scan.bytes, at);
}

/** Whether no rule can find anything at a run whose word means nothing. @param next the byte behind it. */
function isQuiet(
  bytes: Uint8Array,
  start: number,
  end: number,
  bits: number,
  next: number,
  isStrict: boolean,
): boolean {
  const size = end - start;
  if (mayBeMounted(bytes, start, end)) return false;
  if ((bits & DOT) !== 0 || size >= LONG_ENOUGH_FOR_A_SECRET || LOUD[next] === 1) return false;
  const first = HEX[bytes[start] as number];
  if (size > 2 && bytes[start + 2] === HYPHEN && first !== 255) return false;
  if (next !== COLON) return true;
  if (isStrict && size === 1) return false;
  if (first === 255 || size > 4) return true;
  // The middle of a time or of an address that was looked at before; else the first two digits of a time.
  if (bytes[start - 1] === COLON) return true;
  const isPair = BITS[bytes[start + 3] as number] !== 0 && BITS[bytes[start + 4] as number] !== 0;
  return size === 2 && isPair && bytes[start + 5] === COLON && bytes[start + 8] !== COLON;
}
