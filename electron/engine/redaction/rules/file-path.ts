// Rule of level strict: paths of files become path-1.log, absolute ones and those that begin with dots. Where the product and the system keep their own files stays
// readable: support needs it and it tells nothing of the customer. Paths that begin nowhere (Data\x.txt) stay too, because
// program names and namespaces look the same, and so do those of requests to web servers. Runs in the engine's process.
import { isStandIn } from '../names/name-worth.ts';
import { FILE_ENDINGS } from '../names/public-names.ts';
import { BITS, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { learnUser } from './learn.ts';

const BACKSLASH = 0x5c;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
/** Longer ones are cut: what follows is read as any other text. */
const LONGEST_PATH = 1024;

const KEPT_WINDOWS =
  /^[a-z]:[\\/]+(?:windows|winnt|program files(?: \(x86\))?[\\/]+(?:commvault|metallic|common files|microsoft|windows)|programdata[\\/]+(?:commvault|microsoft))(?![\w-])/i;
const KEPT_UNIX =
  /^\/(?:opt\/(?:commvault|metallic|simpana)|var\/(?:log\/|opt\/)?(?:commvault|metallic)|etc\/(?:commvault\w*|os-release|fstab|hosts|passwd|resolv\.conf)|usr\/(?:bin|sbin|lib|lib64|libexec|share|include)|s?bin|lib|lib64|proc|sys|dev|boot)(?![\w-])/i;
/** Web servers log these before a path of theirs. */
const REQUEST = /(?:^|[\s"'])(?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS|CONNECT|TRACE) $/;
/** What ends a path that nothing encloses, and what closes one that is enclosed. */
const ENDS = bytes(' \t\r\n"\'`<>|*?;,()[]{}:=&!');
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '[': ']',
  '(': ')',
  '<': '<',
  '{': '}',
  '>': '<',
};
const USER_FOLDER = /[\\/](?:users|home|documents and settings)[\\/]+([^\\/]+)/i;

/** @param at a letter before a colon and a separator. @returns where scanning goes on, 0 where no path is replaced. */
export function windowsPath(scan: Scan, at: number): number {
  const separator = scan.at(at + 2);
  if (separator !== BACKSLASH && (separator !== SLASH || scan.at(at + 3) === SLASH)) return 0;
  let first = at + 3;
  while (scan.at(first) === BACKSLASH) first += 1;
  if (!beginsPart(scan.at(first))) return 0;
  return replacePath(scan, at, first, KEPT_WINDOWS);
}

/** @param at a slash. @returns where scanning goes on, 0 where no path is replaced. */
export function unixPath(scan: Scan, at: number): number {
  if (!beginsPart(scan.at(at + 1)) || !mayBegin(scan, at)) return 0;
  return replacePath(scan, at, at + 1, KEPT_UNIX);
}

/**
 * ../x, ..\\..\\x and ./x/y: the dots stay.
 * @param at the first separator behind the dots. @returns where scanning goes on, 0 where no path is replaced.
 */
export function relativePath(scan: Scan, at: number): number {
  let from = at;
  while (scan.at(from - 1) === DOT) from -= 1;
  const dots = at - from;
  const before = scan.at(from - 1);
  if (dots === 0 || dots > 2 || before === COLON || !(before <= 0x20 || ENDS[before] === 1)) return 0;
  let first = at + 1;
  while (isSeparator(scan.at(first)) || (scan.at(first) === DOT && scan.at(first + 1) === DOT)) {
    first += scan.at(first) === DOT ? 2 : 1;
  }
  if (!beginsPart(scan.at(first))) return 0;
  if (dots === 1 && !/^[\w.-]+[\\/]+\w/.test(scan.ascii(first, Math.min(scan.lineEnd, first + 80)))) return 0;
  return replacePath(scan, from, first, undefined);
}

function isSeparator(byte: number): boolean {
  return byte === SLASH || byte === BACKSLASH;
}

/** A line of base64 that begins with a slash. */
function isBase64(text: string): boolean {
  if (!/^\/[A-Za-z0-9+/]{23,}={0,2}$/.test(text)) return false;
  return text
    .split('/')
    .some((part) => part.length >= 16 && /[A-Z]/.test(part) && /[a-z]/.test(part) && /\d/.test(part));
}

/** What follows the host of \\host\share. @param at a backslash, perhaps the one after the host. */
export function sharePath(scan: Scan, at: number): number {
  let host = at;
  while (host > at - 64 && (BITS[scan.at(host - 1)] || scan.at(host - 1) >= 0x80)) host -= 1;
  const last = scan.at(at - 1);
  if (host === at || !(isWord(last) || last >= 0x80) || scan.at(host - 1) !== BACKSLASH) return 0;
  const isLong = /unc\\{1,2}$/i.test(scan.ascii(Math.max(scan.back, host - 5), host));
  if (!isLong && (scan.at(host - 2) !== BACKSLASH || goesOn(scan.at(host - 3)))) return 0;
  let first = at;
  while (scan.at(first) === BACKSLASH) first += 1;
  return first === at || !beginsPart(scan.at(first)) ? 0 : replacePath(scan, at, first, undefined);
}

/** $(Folder)\\\\lib and %TEMP%\\\\x are no hosts. */
function goesOn(byte: number): boolean {
  return isWord(byte) || byte === 0x29 || byte === 0x7d || byte === 0x25;
}

function beginsPart(byte: number): boolean {
  return isWord(byte) || byte >= 0x80 || byte === 0x2e || byte === 0x5f || byte === 0x24 || byte === 0x7e;
}

/** A slash inside of a word, of a date, of a web address or of a closing tag begins no path. */
function mayBegin(scan: Scan, at: number): boolean {
  const before = scan.at(at - 1);
  if (before === SLASH) return scan.at(at - 2) === SLASH && scan.at(at - 3) === COLON;
  if (before === COLON) return true;
  if (before >= 0x80 || before <= 0x20) return !REQUEST.test(scan.ascii(Math.max(scan.back, at - 9), at));
  return ENDS[before] === 1 && before !== 0x3c && before !== 0x29 && before !== 0x5d && before !== 0x7d;
}

function replacePath(scan: Scan, from: number, first: number, kept: RegExp | undefined): number {
  if (from < scan.decided) return 0;
  const to = pathEnd(scan, from, first);
  const text = scan.name(from, to);
  // Of Unix only what has two parts: /s and /user are options.
  if (scan.at(from) === SLASH && (!/^\/[^/]+\/[^/]/.test(text) || isBase64(text))) return 0;
  if (kept?.test(text) || /^[\\/]+(?:\w:[\\/]+)?path-\d/i.test(text) || isStandIn(text)) return 0;
  const user = USER_FOLDER.exec(text)?.[1];
  if (user !== undefined) learnUser(scan.shared, user, true);
  const ending = endingOf(text);
  // A share's path keeps the separator from its host.
  const lead = kept === undefined ? scan.ascii(from, first) : '';
  const original = text.slice(lead.length, text.length - ending.length);
  const standIn = scan.shared.standIns.standInFor('path', original);
  scan.replace(from, to, 'file-path', `${lead}${standIn}${ending}`);
  return to;
}

/** .log of cvd.log: where it is one that files of everybody have. */
function endingOf(text: string): string {
  const ending = /(?<=[^\\/.])\.[A-Za-z0-9]{1,10}$/.exec(text)?.[0] ?? '';
  return FILE_ENDINGS.has(ending.slice(1).toLowerCase()) ? ending : '';
}

/** Enclosed paths end where what encloses them closes, others at a blank unless a further part of the path follows it. */
function pathEnd(scan: Scan, from: number, first: number): number {
  const limit = Math.min(scan.lineEnd, from + LONGEST_PATH);
  const closer = CLOSERS[String.fromCharCode(scan.at(from - 1))];
  if (closer !== undefined) {
    const close = closer.charCodeAt(0);
    let to = first;
    while (to < limit && scan.at(to) !== close && !isListed(scan, to)) to += 1;
    if (scan.at(to) === close || scan.at(to) === COLON) return to;
  }
  let to = first;
  while (to < limit) {
    const byte = scan.at(to);
    if (byte === 0x20 && hasFurtherPart(scan, to, limit)) to += 1;
    else if (ENDS[byte] === 1 || byte < 0x20 || isChineseStop(scan, to)) break;
    else to += 1;
  }
  while (to > first && (scan.at(to - 1) === 0x2e || scan.at(to - 1) === BACKSLASH)) to -= 1;
  return to;
}

/** [/data/a, /data/b], (/data/a.js:3:1) and what else no path has. */
function isListed(scan: Scan, at: number): boolean {
  const byte = scan.at(at);
  if (byte === COLON) return isWord(scan.at(at + 1));
  return (
    byte === 0x22 ||
    byte === 0x3c ||
    byte === 0x3e ||
    byte === 0x7c ||
    byte === 0x2a ||
    (byte === 0x2c && scan.at(at + 1) === 0x20)
  );
}

/** C:\Program Files\x: at most three words before the next backslash. */
function hasFurtherPart(scan: Scan, blank: number, limit: number): boolean {
  let words = 0;
  for (let at = blank; at < Math.min(limit, blank + 64); at += 1) {
    const byte = scan.at(at);
    if (byte === BACKSLASH) return scan.at(at - 1) !== 0x20;
    if (byte === 0x20) words += 1;
    else if (byte !== 0x28 && byte !== 0x29 && (ENDS[byte] === 1 || byte < 0x20 || byte === SLASH))
      return false;
    if (words > 3) return false;
  }
  return false;
}

/** A sentence goes on after a file's ending, or after a mark of Chinese typography. */
function isChineseStop(scan: Scan, at: number): boolean {
  const byte = scan.at(at);
  if (byte < 0x80) return false;
  const next = scan.at(at + 1);
  if ((byte === 0xe3 && next === 0x80) || (byte === 0xef && next === 0xbc)) return true;
  return endingOf(scan.ascii(Math.max(scan.back, at - 16), at)) !== '';
}

function bytes(text: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const char of text) table[char.charCodeAt(0)] = 1;
  return table;
}
