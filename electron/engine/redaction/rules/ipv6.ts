// Rule: IPv6 addresses in all their forms; times, namespaces and hexadecimal words with colons stay. Runs in the engine's
// process.
import { HEX, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { isNobodys, quadLength } from './quad.ts';

const COLON = 0x3a;
const DOT = 0x2e;
/** Bytes of three numbers with a dot before each. */
const LONGEST_QUAD = 12;

/**
 * @param start at a hexadecimal digit or a colon that begins an address.
 * @returns where scanning goes on, 0 where no address stands.
 */
export function ipv6(scan: Scan, start: number): number {
  const before = scan.at(start - 1);
  if (isWord(before) || before === DOT || before === 0x2d || before === 0x5f) return 0;
  if (before === COLON && !isLabel(scan, start - 1)) return 0;
  const groups: number[] = [];
  let gap = -1;
  let at = start;
  let mapped: number[] | undefined;
  let sizes = 0;
  if (scan.at(at) === COLON) {
    if (scan.at(at + 1) !== COLON) return 0;
    gap = 0;
    at += 2;
  }
  while (groups.length < 8) {
    let value = 0;
    const first = at;
    while (at < first + 5 && HEX[scan.at(at)] !== 255) {
      value = value * 16 + (HEX[scan.at(at)] as number);
      at += 1;
    }
    const size = at - first;
    if (size === 0) break;
    if (scan.at(at) === DOT && groups.length >= 1 && quadLength(scan, first) > 0) {
      const end = first + quadLength(scan, first);
      mapped = scan.ascii(first, end).split('.').map(Number);
      groups.push(((mapped[0] ?? 0) << 8) | (mapped[1] ?? 0), ((mapped[2] ?? 0) << 8) | (mapped[3] ?? 0));
      at = end;
      break;
    }
    if (size > 4) return 0;
    sizes |= 1 << size;
    groups.push(value);
    if (scan.at(at) !== COLON) break;
    if (scan.at(at + 1) === COLON) {
      if (gap >= 0) return 0;
      gap = groups.length;
      at += 2;
    } else if (HEX[scan.at(at + 1)] !== 255 && groups.length < 8) {
      at += 1;
    } else {
      break;
    }
  }
  const next = scan.at(at);
  if (isWord(next) || (next === COLON && isWord(scan.at(at + 1))) || next === 0x5f) return 0;
  // ::ffff:256.0.0.1 is none; fe80::1.5353 has a port.
  if (next === DOT && /^(?:\.\d+){3}/.test(scan.ascii(at, at + LONGEST_QUAD))) return 0;
  // aabb:ccdd:eeff:0011 is an identifier of an adapter.
  if (gap < 0 && groups.length === 4 && sizes === 1 << 4 && mapped === undefined)
    return adapter(scan, start, at);
  if (gap < 0 ? groups.length !== 8 || sizes === 1 << 2 : groups.length > 7) return 0;
  const full = expand(groups, gap);
  if (!isAddress(scan, start, at, groups.length, full, gap, mapped, sizes)) return 0;
  const canonical = full.map((group) => group.toString(16).padStart(4, '0')).join(':');
  scan.standIn(start, at, 'ipv6', 'ipv6', canonical);
  return at;
}

/** outside:2a02:…, where the word before the colon cannot be a part of the address. */
function isLabel(scan: Scan, colon: number): boolean {
  let from = colon;
  let isOther = false;
  while (from > scan.back && isWord(scan.at(from - 1))) {
    from -= 1;
    if (HEX[scan.at(from)] === 255) isOther = true;
  }
  return isOther && scan.at(from - 1) !== COLON;
}

/** Sixteen digits in fours, with letters and figures among them. @returns where scanning goes on, 0 where it is none. */
function adapter(scan: Scan, start: number, end: number): number {
  const digits = scan.ascii(start, end).replaceAll(':', '');
  if (!/[a-f]/i.test(digits) || /^(?:0{4}|f{8})/i.test(digits)) return 0;
  scan.standIn(start, end, 'wwn', 'wwn', digits);
  return end;
}

function expand(groups: readonly number[], gap: number): readonly number[] {
  if (gap < 0) return groups;
  return [...groups.slice(0, gap), ...Array<number>(8 - groups.length).fill(0), ...groups.slice(gap)];
}

/** fe00::0, ff00::0, ff02::1: networks and groups that every hosts file has. */
function isEverybodys(full: readonly number[]): boolean {
  const [first = 0, last = 0] = [full[0], full[7]];
  if (!full.slice(1, 7).every((group) => group === 0)) return false;
  return ((first === 0xfe00 || first === 0xff00) && last === 0) || (first >> 4 === 0xff0 && last <= 0xff);
}

/** What names an address directly before it. */
const TOLD = /\b(?:ip|ipv6|inet6?|addr|address|lladdr|neighbor|gateway|router|prefix|peer|via)[ :=]+\[?$/i;

/** Unspecified and loopback stay; a::b is a namespace unless its first group is one that addresses have. */
function isAddress(
  scan: Scan,
  start: number,
  end: number,
  groups: number,
  full: readonly number[],
  gap: number,
  mapped: readonly number[] | undefined,
  sizes: number,
): boolean {
  const head = full.slice(0, 7).every((group) => group === 0);
  if (head && (full[7] ?? 0) <= 1) return false;
  if (isEverybodys(full)) return false;
  if (mapped) return !isNobodys(mapped as [number, number, number, number]);
  if (gap < 0) return true;
  const first = full[0] ?? 0;
  const known = (first >= 0x2000 && first <= 0x3fff) || first >= 0xfc00;
  const digits = HEX[scan.at(start + 3)] !== 255 && scan.at(start) !== COLON;
  // abcd:ef01::1234 has too many digits for names.
  if (sizes & (1 << 4) && digits && /^[\da-f]{4}:[\da-f]*\d[\da-f]*:/i.test(scan.ascii(start, start + 10)))
    return true;
  if ((known && digits) || first === 0x64 || (first === 0 && full[5] === 0xffff)) return true;
  const text = scan.ascii(start, end);
  // A colon alone between two parts is in no namespace.
  if (
    /[\da-f]:[\da-f]/i.test(text) &&
    /\d/.test(text) &&
    (groups > 2 || /^::.*(?=.*\d)(?=.*[a-f])/i.test(text))
  )
    return true;
  return /\d/.test(text) && TOLD.test(scan.ascii(Math.max(scan.back, start - 16), start));
}
