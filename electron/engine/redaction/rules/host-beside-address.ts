// Rule: machines named directly beside their address: mailhub[10.1.2.3], bkp07 (10.1.2.3), bkp07/10.1.2.3, 10.1.2.3 (bkp07).
// Interfaces and programs stand there as well, and stay. Runs in the engine's process.
import { isDistinctive, isNumberedMachine } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { BITS, isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { isNumberedRole } from './machine-name.ts';
import { takeHost } from './told-names.ts';
import { matches } from './value-end.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const SLASH = 0x2f;
const COLON = 0x3a;
const OPEN_SQUARE = 0x5b;
/** The opening bracket of Chinese typography, in UTF-8 and in the Chinese code page. */
const WIDE_OPEN = ['\xef\xbc\x88', '\xa3\xa8'];
/** Words that go before an address. */
const ADDRESS_WORDS =
  /^(?:ip|ips|ipv4|addr|address|host|hostname|server|client|peer|gateway|from|local|remote)$/i;
/** What parts of a network are called in systems and devices, and what else is numbered beside an address. */
const NO_MACHINE =
  /^(?:eth|en[opsx]|ens|em|vmk|vmnic|vswitch|vlan|bond|br|nic|lif|e\d|team|tun|tap|wlan|ib|docker|veth|virbr|cali|fc|hba|gi|te|fa|po|ge|xe|port|int|if|interface|tunnel|t|lan|vif|net|subnet|route|hop|rule|zone|session|socket|conn|thread|attempt|ipv|port-channel|loopback)[-_]?[\d./-]*$|^[a-z]{1,3}\d$/i;
const LONGEST = 64;

/** @param from of an address. @param to its end. */
export function hostBeforeAddress(scan: Scan, from: number, to: number): void {
  const before = scan.at(from - 1);
  if (before === SPACE) {
    if (matches(scan, to, '->')) enclosedName(scan, from);
    return;
  }
  const end = bracketBefore(scan, from);
  if (before === OPEN_SQUARE && isWord(scan.at(from - 2))) nameBefore(scan, from - 1, mayBeName);
  else if (before === OPEN_SQUARE && enclosedName(scan, from - 1)) return;
  else if (end > 0) nameBefore(scan, end, isMachine);
}

/** 10.1.2.3 (bkp07), 10.1.2.3:8400 [bkp07]; a name with a dot is found by its own rule. @param to end of the address. */
export function hostBehindAddress(scan: Scan, to: number): void {
  let at = to;
  if (scan.at(at) === COLON) while (isDigit(scan.at(at + 1))) at += 1;
  if (at > to) at += 1;
  const blank = scan.at(at) === SPACE ? 1 : 0;
  const next = scan.at(at + blank);
  if (next === OPEN || next === OPEN_SQUARE) nameBehind(scan, at + blank, ENCLOSED);
  else if (blank === 1 && next === SPACE) nameBehind(scan, at, COLUMN);
}

/** (bkp07) */
const ENCLOSED = /^[([]["']?(?<name>[A-Za-z][\w-]+)["']?[)\]]/d;
/** The next column of a table. */
const COLUMN = /^ {2,20}(?<name>[A-Za-z][\w-]+)(?=\s*$| {2,}\S)/d;

function nameBehind(scan: Scan, from: number, form: RegExp): void {
  const place = form.exec(scan.ascii(from, Math.min(scan.lineEnd, from + LONGEST)))?.indices?.groups?.name;
  if (place !== undefined && isMachine(scan.ascii(from + place[0], from + place[1])))
    takeHost(scan, from + place[0], from + place[1]);
}

/** @returns where the name before the bracket of an address ends, 0 where there is no bracket. */
function bracketBefore(scan: Scan, from: number): number {
  const before = scan.at(from - 1);
  if (before >= 0x80) {
    const form = WIDE_OPEN.find((bytes) => scan.ascii(from - bytes.length, from) === bytes);
    return form === undefined ? 0 : from - form.length;
  }
  if (before === SLASH) return from - 1;
  if (before !== OPEN && before !== OPEN_SQUARE) return 0;
  const end = scan.at(from - 2) === SPACE ? from - 2 : from - 1;
  const quote = scan.at(end - 1);
  return quote === QUOTE || quote === APOSTROPHE ? end - 1 : end;
}

/** (helo) [10.1.2.3] of mail servers. @param end behind the blank. @returns whether something stands in brackets there. */
function enclosedName(scan: Scan, end: number): boolean {
  if (scan.at(end - 1) !== SPACE || scan.at(end - 2) !== CLOSE) return false;
  let from = end - 2;
  while (from > scan.back && BITS[scan.at(from - 1)]) from -= 1;
  if (scan.at(from - 1) === OPEN) nameBefore(scan, end - 2, mayBeName);
  return true;
}

function nameBefore(scan: Scan, end: number, isName: (name: string) => boolean): void {
  let from = end;
  while (from > scan.back && from > end - LONGEST && BITS[scan.at(from - 1)]) from -= 1;
  const before = scan.at(from - 1);
  if (from === end || from < scan.decided || before === SLASH || before === 0x5c) return;
  if (isName(scan.ascii(from, end))) takeHost(scan, from, end);
}

function mayBeName(name: string): boolean {
  return /^[a-z][\w.-]{2,}$/i.test(name) && !ADDRESS_WORDS.test(name);
}

/** Numbered, or of parts, and no part of a network. */
function isMachine(name: string): boolean {
  if (!/^[a-z][\w-]{2,}$/i.test(name) || !/[\d-]/.test(name) || NO_MACHINE.test(name)) return false;
  return isUnlikeWords(name) || isDistinctive(name) || isNumberedMachine(name) || isNumberedRole(name);
}
