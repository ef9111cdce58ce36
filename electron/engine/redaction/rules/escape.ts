// What stands directly before a name as a part of an escape and looks like its beginning: %20 of addresses, \\t of quoted texts.
// Runs in the engine's process.
import { HEX, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';

const PERCENT = 0x25;
const BACKSLASH = 0x5c;

/** Behind the two digits of %20 and the like, where a run begins with them; else its start. */
export function pastPercent(scan: Scan, start: number): number {
  const isEscaped =
    scan.at(start - 1) === PERCENT && HEX[scan.at(start)] !== 255 && HEX[scan.at(start + 1)] !== 255;
  return isEscaped ? start + 2 : start;
}

/** Whether the letter at `at` is that of \\n, \\r or \\t; DOMAIN\\tom has none. */
export function isEscape(scan: Scan, at: number): boolean {
  if (scan.at(at - 1) !== BACKSLASH || !'nrt'.includes(String.fromCharCode(scan.at(at)))) return false;
  return !isWord(scan.at(at - 2)) || scan.at(at - 3) === BACKSLASH;
}
