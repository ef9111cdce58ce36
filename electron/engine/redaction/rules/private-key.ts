// Rule: private keys over several lines: PEM, OpenSSH, PuTTY. The first and last line stay, so that one sees what was there. Runs
// in the engine's process.
import type { Scan } from '../scan/scan.ts';

const BEGIN = /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/;
const END = '-----END';
const LAST_WORD = /(?:^|[\s:>|\]])([A-Za-z0-9+/]{16,}={0,2})$/;
/** Proc-Type: 4,ENCRYPTED and DEK-Info: of an encrypted key. */
const KEY_HEAD = /(?:Proc-Type|DEK-Info): \S+$/;
/** Base64, the head fields of a key, an indented or quoted line of one, and what stands for it in examples. */
const BODY =
  /^[\s"'|>+,]*(?:[A-Za-z0-9+/=]{1,}(?:\.{3})?|[A-Za-z\d]+(?:[-_][A-Za-z\d]+){1,5}|[A-Za-z][\w-]{2,30}: [^:]*)?(?:\\n|\\r)*[\s"',+\\]*$/;

/**
 * @param start of a run with the first words of a key.
 * @returns where scanning goes on, 0 where this is no private key.
 */
export function privateKey(scan: Scan, start: number): number {
  const head = BEGIN.exec(scan.ascii(start, Math.min(scan.lineEnd, start + 80)));
  if (!head) return 0;
  const from = start + head[0].length;
  const end = indexOf(scan, END, from);
  if (end > 0) {
    scan.mask(from, end, 'private-key');
    return end;
  }
  let to = scan.lineEnd;
  while (to > from && scan.at(to - 1) <= 0x20) to -= 1;
  if (to > from) scan.mask(from, to, 'private-key');
  scan.inPrivateKey = true;
  scan.keyHasPrefix = /[^\s"'|>+,-]/.test(scan.ascii(Math.max(scan.back, scan.lineStart), start));
  scan.keyLines = 0;
  return to;
}

/** Lines inside of a key. @returns where scanning goes on; the key may have ended without its last line. */
export function insidePrivateKey(scan: Scan, start: number): number {
  if (scan.keyHasPrefix) return insidePrefixedKey(scan, start);
  const end = indexOf(scan, END, start);
  const to = end > 0 ? end : trimmed(scan, start);
  if (end < 0 && !BODY.test(scan.ascii(start, Math.min(to, start + 400)))) {
    scan.inPrivateKey = false;
    return start;
  }
  if (end >= 0) scan.inPrivateKey = false;
  if (to > start) {
    if (scan.keyLines === 0 && scan.decided <= start) scan.mask(start, to, 'private-key');
    else scan.drop(start, to);
    scan.keyLines += 1;
  }
  return Math.max(to, scan.decided);
}

/** Its last word is a line of the key, or the key has ended. */
function insidePrefixedKey(scan: Scan, start: number): number {
  const to = trimmed(scan, start);
  const line = scan.ascii(start, Math.min(to, start + 400));
  const body = LAST_WORD.exec(line)?.[1];
  if (body === undefined) {
    if (!KEY_HEAD.test(line)) scan.inPrivateKey = false;
    return start;
  }
  scan.mask(to - body.length, to, 'private-key');
  return to;
}

/** Private-Lines: 14 of a PuTTY key, and the sum that follows. */
export function puttyLines(scan: Scan, end: number): void {
  if (scan.at(end) !== 0x3a) return;
  scan.inPrivateKey = true;
  scan.keyHasPrefix = false;
  scan.keyLines = 0;
}

function trimmed(scan: Scan, start: number): number {
  let to = scan.lineEnd;
  while (to > start && scan.at(to - 1) <= 0x20) to -= 1;
  return to;
}

function indexOf(scan: Scan, text: string, from: number): number {
  const at = scan.raw.subarray(from, scan.lineEnd).indexOf(text, 0, 'latin1');
  return at < 0 ? -1 : from + at;
}
