// The one pass over a text: bytes are grouped into runs and marks by a table, and only where rules may find something are they
// asked. Runs in the engine's process.

import { uncPath } from '../rules/account.ts';
import { chineseField } from '../rules/chinese-field.ts';
import { sharePath, unixPath } from '../rules/file-path.ts';
import { ipv6 } from '../rules/ipv6.ts';
import { insidePrivateKey } from '../rules/private-key.ts';
import { encryptedValue } from '../rules/secret-shapes.ts';
import { webAddress } from '../rules/web-address.ts';
import { BITS, KIND, LETTER, NOTHING, RUN, SMALL, STRICT_KIND, WORD } from './byte-classes.ts';
import { nameAt, namesInRun } from './names-in-run.ts';
import { LOOK_AHEAD, LOOK_BACK, type Scan } from './scan.ts';
import { senseOfRun } from './sense-memory.ts';
import { visitRun } from './visit-run.ts';

const BACKSLASH = 0x5c;
const BAR = 0x7c;
const COLON = 0x3a;
const SLASH = 0x2f;
const PERCENT = 0x25;

/**
 * @param from where the last call stopped. @param limit positions from here on need not be decided yet.
 * @param end of what is at hand.
 * @returns where it stopped, at or after `limit`; `scan.lineStart` is the start of that line.
 */
export function scanText(scan: Scan, from: number, limit: number, end: number): number {
  let at = from;
  while (at < limit) {
    const feed = scan.raw.indexOf(0x0a, at);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    at = scanLine(scan, at, Math.min(limit, lineEnd), lineEnd);
    if (at >= lineEnd && lineEnd < end) {
      at = Math.max(at, lineEnd + 1);
      scan.lineStart = at;
    }
  }
  return at;
}

function scanLine(scan: Scan, from: number, limit: number, lineEnd: number): number {
  let at = from;
  if (scan.inPrivateKey && at === scan.lineStart) {
    look(scan, at, lineEnd);
    at = insidePrivateKey(scan, at);
  }
  const { bytes } = scan;
  const { starts } = scan.shared.names;
  const kinds = scan.shared.level === 'strict' ? STRICT_KIND : KIND;
  while (at < limit) {
    const kind = kinds[bytes[at] as number];
    if (kind === NOTHING) {
      at += 1;
      continue;
    }
    if (kind !== RUN) {
      look(scan, at, lineEnd);
      at = visitMark(scan, at);
      continue;
    }
    const start = at;
    const runLimit = Math.min(lineEnd, start + LOOK_AHEAD);
    let bits = 0;
    let hash = 0;
    let mayHaveName = 0;
    let before = 0;
    do {
      const byte = bytes[at] as number;
      const bit = BITS[byte] as number;
      if (bit === 0) break;
      const small = SMALL[byte] as number;
      if ((bit & WORD) !== 0 && before === 0) {
        mayHaveName |= starts[
          ((small & 31) << 10) | (((bytes[at + 1] as number) & 31) << 5) | ((bytes[at + 2] as number) & 31)
        ] as number;
      }
      before = bit & WORD;
      bits |= bit;
      hash = (Math.imul(hash, 31) + small) | 0;
      at += 1;
    } while (at < runLimit);
    look(scan, start, lineEnd);
    const sense = (bits & LETTER) === 0 ? 0 : senseOfRun(scan, start, at, hash);
    const later = scan.maskLater(start);
    const done = later > 0 ? later : visitRun(scan, start, at, bits, sense);
    if (done > 0) at = done < at && mayHaveName ? namesInRun(scan, done, at) : Math.max(done, start + 1);
    else if (mayHaveName !== 0) at = Math.max(at, namesInRun(scan, start, at));
  }
  return at;
}

function look(scan: Scan, at: number, lineEnd: number): void {
  scan.back = Math.max(scan.lineStart, at - LOOK_BACK);
  scan.lineEnd = Math.min(lineEnd, at + LOOK_AHEAD);
}

function visitMark(scan: Scan, at: number): number {
  const byte = scan.at(at);
  const secretsOnly = scan.shared.level === 'off';
  if (byte >= 0x80) return chineseField(scan, at) || (secretsOnly ? at + 1 : nameAt(scan, at, at + 1));
  switch (byte) {
    case COLON:
      if (scan.at(at + 1) === SLASH && scan.at(at + 2) === SLASH) return webAddress(scan, at, secretsOnly);
      if (scan.at(at + 1) === COLON && !secretsOnly) return ipv6(scan, at) || at + 1;
      return at + 1;
    case BAR:
      return encryptedValue(scan, at) || at + 1;
    case BACKSLASH:
      if (secretsOnly) return at + 1;
      if (scan.shared.level === 'strict') {
        const done = sharePath(scan, at);
        if (done > 0) return done;
      }
      return scan.at(at + 1) === BACKSLASH ? uncPath(scan, at) || at + 1 : escaped(scan, at);
    case SLASH:
      return unixPath(scan, at) || at + 1;
    case PERCENT:
      // %5C, %40 and the like before a name.
      return secretsOnly ? at + 1 : nameAt(scan, at + 3, at + 1);
    default:
      return at + 1;
  }
}

/** A name directly after \n, \r or \t of a quoted text. */
function escaped(scan: Scan, at: number): number {
  const letter = scan.at(at + 1);
  return letter === 0x6e || letter === 0x72 || letter === 0x74 ? nameAt(scan, at + 2, at + 1) : at + 1;
}
