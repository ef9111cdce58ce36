// Rules for where a line begins: the machine in a line of syslog, and the value of a field that the line before named. Runs in
// the engine's process.
import { isDigit } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { insidePrivateKey } from './private-key.ts';
import { takeHost } from './told-names.ts';

const MOST = 300;
const COLON = 0x3a;
const SPACE = 0x20;
/** Nov 22 10:15:30 host program[42]: text; the number before it in angle brackets may be left out. */
const OLD_HEADER =
  /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?<host>[\w.-]+) [\w./()@-]+(?:\[\d+\])?: /d;
/** 2026-11-22T10:15:30+08:00 host program[42]: text, or <34>1 2026-…Z host program 42 ID text. */
const NEW_HEADER =
  /^(?:<\d{1,3}>1 (?=\S+ \S+ \S+ \S+ \S+ ))?\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)? (?<host>[\w.-]+) (?:[\w./()@-]+\[\d+\]: |\S+ (?:\d+|-) \S+ )/d;
/** value: x, "value": "x", <string>x</string> */
const VALUE = /^\s*(?:["']?value["']?\s*[:=]\s*["']?|<(?:string|data)>)(?<value>[^"'<\r]+)/di;

/** Whether {@link lineBegin} can find anything where a line begins: a look at a few bytes. */
export function mayBeHeader(bytes: Uint8Array, at: number): boolean {
  const isOld = bytes[at + 3] === SPACE && bytes[at + 6] === SPACE && bytes[at + 9] === COLON;
  const isNew = bytes[at + 4] === 0x2d && bytes[at + 10] === 0x54 && bytes[at + 13] === COLON;
  return isOld || isNew || (bytes[at] === 0x3c && isDigit(bytes[at + 1]));
}

/** @param at where a line begins. @returns where scanning goes on. */
export function lineBegin(scan: Scan, at: number): number {
  scan.look(at);
  if (scan.inPrivateKey) return insidePrivateKey(scan, at);
  const line = scan.ascii(at, Math.min(scan.lineEnd, at + MOST));
  if (scan.valueFollows) {
    scan.valueFollows = false;
    const value = VALUE.exec(line)?.indices?.groups?.value;
    if (value !== undefined) {
      scan.mask(at + value[0], at + value[1], 'password');
      return at + value[1];
    }
  }
  if (scan.shared.level === 'off') return at;
  const host = (OLD_HEADER.exec(line) ?? NEW_HEADER.exec(line))?.indices?.groups?.host;
  return host !== undefined && takeHost(scan, at + host[0], at + host[1]) ? at + host[1] : at;
}
