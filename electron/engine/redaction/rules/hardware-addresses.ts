// Rules: MAC addresses and World Wide Names. Runs in the engine's process.
import { HEX, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { findValue } from './field-value.ts';
import { found, LONGEST_NAME_VALUE } from './value-end.ts';

const COLON = 0x3a;
const HYPHEN = 0x2d;
const DOT = 0x2e;
/** Of an Ethernet frame's head. */
const FRAME_PAIRS = 14;
const MOST_PAIRS = FRAME_PAIRS;

/**
 * Pairs of hexadecimal digits: six are a MAC address, eight a World Wide Name.
 * @returns where scanning goes on, 0 where neither stands.
 */
export function pairedAddress(scan: Scan, start: number): number {
  const separator = scan.at(start + 2);
  const before = scan.at(start - 1);
  if (isWord(before) || before === COLON || before === HYPHEN || before === DOT) return 0;
  if (separator !== COLON && separator !== HYPHEN) return 0;
  // Times have two colons, addresses five or more.
  if (scan.at(start + 5) !== separator || scan.at(start + 8) !== separator) return 0;
  let pairs = 0;
  let at = start;
  let digits = '';
  while (pairs <= MOST_PAIRS && HEX[scan.at(at)] !== 255 && HEX[scan.at(at + 1)] !== 255) {
    digits += scan.ascii(at, at + 2);
    pairs += 1;
    at += 2;
    if (scan.at(at) !== separator || HEX[scan.at(at + 1)] === 255 || HEX[scan.at(at + 2)] === 255) break;
    at += 1;
  }
  const next = scan.at(at);
  if (isWord(next) || (next === separator && isWord(scan.at(at + 1)))) return 0;
  if (/^(?:0+|f+)$/i.test(digits)) return 0;
  if (pairs === FRAME_PAIRS) return frameHead(scan, start, at, digits);
  // The kind of network before it: uid 01:00:50:56:13:60:56.
  if (pairs === 7 && digits.startsWith('01')) scan.standIn(start + 3, at, 'mac', 'mac', digits.slice(2));
  else if (pairs === 6) scan.standIn(start, at, 'mac', 'mac', digits);
  else if (pairs === 8 && (/^[1256c]/i.test(digits) || /^.{6}fffe/i.test(digits)))
    scan.standIn(start, at, 'wwn', 'wwn', digits);
  else return 0;
  return at;
}

/** Two addresses and what the frame carries, as firewalls log them: MAC=…:08:00. */
function frameHead(scan: Scan, start: number, end: number, digits: string): number {
  if (!/(?:0800|86dd|0806)$/i.test(digits)) return 0;
  for (const [from, to] of [
    [0, 12],
    [12, 24],
  ] as const) {
    const address = digits.slice(from, to);
    const at = start + (from / 2) * 3;
    if (!/^(?:0+|f+)$/i.test(address)) scan.standIn(at, at + 17, 'mac', 'mac', address);
  }
  return end;
}

/** 0050.56aa.bbcc, as switches print it. @returns where scanning goes on, 0 where none stands. */
export function dottedMac(scan: Scan, start: number, end: number): number {
  if (end - start < 14 || scan.at(start + 4) !== DOT || scan.at(start + 9) !== DOT) return 0;
  const text = scan.ascii(start, end);
  const match = /^([0-9a-f]{4})\.([0-9a-f]{4})\.([0-9a-f]{4})\.?$/i.exec(text);
  if (!match || !/[a-f]/i.test(text) || /^(?:f|\.)+$/i.test(text)) return 0;
  scan.standIn(start, start + 14, 'mac', 'mac', text.slice(0, 14).replaceAll('.', ''));
  return start + 14;
}

/** Sixteen hexadecimal digits in one piece, beside a word that says what they are: wwpn 0x2100…, naa.5000…; also twelve for a MAC. */
export function unspacedAddress(scan: Scan, start: number, end: number, rule: 'wwn' | 'mac'): number {
  let from: number;
  if (scan.at(end - 4) === DOT || scan.at(start + 3) === DOT) from = start + 4;
  // wwn-0x5000c500…, as udev names disks.
  else if (scan.at(start + 3) === HYPHEN && scan.at(start + 5) === 0x78) from = start + 4;
  else if (findValue(scan, start, end, LONGEST_NAME_VALUE)) from = found.from;
  else if (scan.at(end) === 0x20) from = end + 1;
  else return 0;
  if (scan.at(from) === 0x30 && (scan.at(from + 1) | 0x20) === 0x78) from += 2;
  const spaced =
    rule === 'wwn'
      ? /^(?:[\da-f]{2} ){7}[\da-f]{2}(?!\w)/i.exec(scan.ascii(from, from + 24))?.[0]
      : undefined;
  if (spaced !== undefined && from >= scan.decided) {
    scan.standIn(from, from + 23, 'wwn', 'wwn', spaced.replaceAll(' ', ''));
    return from + 23;
  }
  let to = from;
  while (to < from + 33 && HEX[scan.at(to)] !== 255) to += 1;
  const size = to - from;
  const fits = rule === 'mac' ? size === 12 : size === 16 || size === 32;
  if (!fits || isWord(scan.at(to)) || from < scan.decided) return 0;
  const digits = scan.ascii(from, to);
  if (/^(?:0+|f+)$/i.test(digits)) return 0;
  scan.standIn(from, to, rule, rule, digits);
  return to;
}
