// Rule: the value of a secret that an earlier line named: of YAML, of settings in XML, of dialogues with mail servers, and the
// encoded values of a cluster's secrets. Runs in the engine's process.
import type { Scan } from '../scan/scan.ts';

/** Where the value stands, by how it was named. */
const FOLLOWING = {
  /** value: x, "value": "x", <string>x</string>, <value>x</value> */
  named:
    /^\s*(?:["']?value["']?\s*[:=]\s*["']?|<(?:\w+:)?(?:string|data|[\w-]*value)(?: [^<>]*)?>)(?<value>[^"'<\r]+)/di,
  /** Indented, alone on its line. */
  block: /^\s+(?<value>[^\s"'<>{}[\]:]\S*)\s*$/d,
  /** The answer to a mail server's question, perhaps behind who says it. */
  answer: /^(?:.{0,60}[:\]>] ?)?(?<value>[A-Za-z\d+/]{4,}=*)\s*$/d,
  /** - 'x' */
  list: /^\s*-?\s*["']?(?<value>[^\s"'<>{}[\]:,]+)["']?\]?,?\s*$/d,
  /** name: eA==, "name": "eA==" */
  data: /^\s+["']?[\w.-]+["']?: ["']?(?<value>[A-Za-z\d+/]{8,}={0,2})(?=["']?,?\s*$)/d,
} as const;
const LINE_OF_DATA = /^\s+["']?[\w.-]+["']?:/;
/** Base64 of -----BEGIN CERTIFICATE. */
const CERTIFICATE = 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR';

/** @param line as much of it as is looked at. @returns where scanning goes on, 0 where nothing was replaced. */
export function followingValue(scan: Scan, at: number, line: string): number {
  const kind = scan.valueFollows;
  if (kind === undefined) return 0;
  const value = FOLLOWING[kind].exec(line)?.indices?.groups?.value;
  const goesOn = kind === 'data' ? LINE_OF_DATA.test(line) : kind === 'list' && value !== undefined;
  scan.valueFollows = goesOn ? kind : undefined;
  if (value === undefined) return 0;
  const text = line.slice(...value);
  const isSecret =
    kind === 'named' || kind === 'answer' || (kind === 'data' ? isEncodedText(text) : mayBeSecret(text));
  if (!isSecret) return 0;
  scan.mask(at + value[0], at + value[1], 'password');
  return at + value[1];
}

/** data: of a cluster's secret, whose values are in base64. @param end of the word. */
export function dataMap(scan: Scan, start: number, end: number): void {
  const next = scan.at(end);
  if (next !== 0x3a && (next !== 0x22 || scan.at(end + 1) !== 0x3a)) return;
  const before = scan.ascii(scan.back, start);
  const after = scan.ascii(end, Math.min(scan.lineEnd, end + 8));
  if (/^\s*["']?$/.test(before) && /^["']?:(?: \{)?\s*$/.test(after)) scan.valueFollows = 'data';
}

/** Base64 of letters that people type: no word is. */
function isEncodedText(value: string): boolean {
  return value.length % 4 === 0 && !value.startsWith(CERTIFICATE) && /^[\t\n\r -~]+$/.test(atob(value));
}

/** No reference, no word. */
function mayBeSecret(value: string): boolean {
  return value.length >= 4 && !/^[$%!<{&*-]|^[a-z]{1,23}$/.test(value);
}
