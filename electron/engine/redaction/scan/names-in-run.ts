// Finds the names that are replaced wherever they stand. Runs in the engine's process.
import { isWord, SMALL } from './byte-classes.ts';
import type { Scan } from './scan.ts';

/** A word of a stand-in: what was written by this program is not read as a name again. */
const NUMBERED = /^(?:host|domain|sub|user|keyword|mac|wwn|path|database|policy|barcode|serial)-\d/i;

/** @returns where scanning goes on: the end of the run, or of a name that reaches beyond it. */
export function namesInRun(scan: Scan, start: number, end: number): number {
  let at = start;
  while (at < end) {
    if (!isWord(scan.at(at)) || isWord(scan.at(at - 1))) at += 1;
    else at = nameAt(scan, at, at + 1);
  }
  return Math.max(at, end);
}

/** @returns the end of the name that begins here, or `otherwise`. */
export function nameAt(scan: Scan, at: number, otherwise: number): number {
  const { names } = scan.shared;
  const { bytes } = scan;
  const first = scan.raw[at] as number;
  const second = scan.raw[at + 1] as number;
  const third = scan.raw[at + 2] as number;
  const start =
    (((SMALL[first] ?? 0) & 31) << 10) | (((SMALL[second] ?? 0) & 31) << 5) | ((SMALL[third] ?? 0) & 31);
  if (names.starts[start] !== 1) return otherwise;
  const name = names.find(bytes, scan.raw, at, scan.lineEnd, scan.since);
  if (!name || at < scan.decided || NUMBERED.test(scan.ascii(at, at + 12))) return otherwise;
  scan.replace(at, at + name.bytes.length, name.rule, name.standIn);
  return at + name.bytes.length;
}

/** Goes over a text for names alone: it was redacted before, and names were learned since. */
export function scanForNames(scan: Scan, from: number, limit: number, end: number): number {
  const { memory, shared } = scan;
  scan.newWindow(end);
  let at = memory.nextName(from, limit, shared.names);
  while (at < limit) {
    scan.look(at);
    at = memory.nextName(nameAt(scan, at, at + 1), limit, shared.names);
  }
  return at;
}
