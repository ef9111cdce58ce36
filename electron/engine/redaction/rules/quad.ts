// Four numbers with dots between them, as IPv4 addresses and versions are written. Runs in the engine's process.
import { BITS, DIGIT, isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';

const DOT = 0x2e;

/** The numbers of the address whose length was measured last; read at once. */
export const octets: [number, number, number, number] = [0, 0, 0, 0];

/** Bytes of the address that begins here, 0 where there is none. */
export function quadLength(scan: Scan, from: number): number {
  let at = from;
  for (let part = 0; part < 4; part += 1) {
    let value = 0;
    const first = at;
    while (at < first + 4 && BITS[scan.at(at)] === DIGIT) {
      value = value * 10 + scan.at(at) - 0x30;
      at += 1;
    }
    if (at === first || at > first + 3 || value > 255) return 0;
    octets[part] = value;
    if (part < 3) {
      if (scan.at(at) !== DOT) return 0;
      at += 1;
    }
  }
  const next = scan.at(at);
  if (isWord(next)) return 0;
  return next === DOT && isDigit(scan.at(at + 1)) ? 0 : at - from;
}

/** Loopback, wildcard, broadcast, netmask. */
export function isNobodys([a, b]: readonly [number, number, number, number]): boolean {
  return a === 0 || a === 127 || (a === 255 && (b === 255 || b === 0)) || (a === 255 && b >= 128);
}
