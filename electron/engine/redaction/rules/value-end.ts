// Where a value ends that stands behind a sign: in quotes, brackets, tags, or open. Runs in the engine's process.
import { BITS, isWord } from '../scan/byte-classes.ts';
import { LOOK_AHEAD, type Scan } from '../scan/scan.ts';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const AT = 0x40;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const BACKQUOTE = 0x60;
const BAR = 0x7c;

/** The value found last; read at once, because the next search overwrites it. */
export const found = {
  from: 0,
  to: 0,
  /** '=', ':', '[', '>', ' ' (a registry's columns), ',' (of a call), quote (nothing but a blank before a quoted value). */
  sign: '=' as '=' | ':' | '[' | '>' | ' ' | ',' | 'quote',
  /** In quotes, brackets or tags: its end is sure. */
  enclosed: false,
  /** White space before the value, after a sign. */
  spaced: false,
};

/** Values of names are never longer; what is longer need not be read to its end. */
export const LONGEST_NAME_VALUE = 160;
/** How far the value that is sought may reach. */
let longest = LOOK_AHEAD;

/** @param most bytes after which the values sought from now on count as ended. */
export function limitValues(most: number): void {
  longest = most;
}

/** Where a value that begins at `from` counts as ended at the latest. */
export function valueLimit(scan: Scan, from: number): number {
  return Math.min(scan.lineEnd, from + longest);
}

/** Whether these bytes stand here. @param text ASCII, small; the text may have it in capitals. */
export function matches(scan: Scan, at: number, text: string): boolean {
  for (let offset = 0; offset < text.length; offset += 1) {
    const byte = scan.at(at + offset);
    const small = BITS[byte] === 2 ? byte + 32 : byte;
    if (small !== text.charCodeAt(offset)) return false;
  }
  return true;
}

/** Past blanks and tabs. */
export function skipBlanks(scan: Scan, from: number, most: number): number {
  let at = from;
  while (at < from + most && (scan.at(at) === SPACE || scan.at(at) === TAB)) at += 1;
  return at;
}

/** @param at behind the sign and blanks. @returns whether there is a value; it is then in {@link found} and not empty. */
export function valueAt(scan: Scan, at: number, sign: '=' | ':', afterSign: number): boolean {
  found.spaced = at > afterSign;
  const byte = scan.at(at);
  // !!str x of YAML
  if (byte === 0x21 && matches(scan, at, '!!str ')) return valueAt(scan, at + 6, sign, at);
  if (byte === QUOTE || byte === APOSTROPHE) {
    // """x""" of Python
    const isTriple = scan.at(at + 1) === byte && scan.at(at + 2) === byte;
    return enclosedValue(scan, isTriple ? at + 3 : at + 1, byte, sign);
  }
  if (byte === BACKQUOTE) return rawText(scan, at + 1, sign);
  if (byte === AT && scan.at(at + 1) === QUOTE) return enclosedValue(scan, at + 2, QUOTE, sign);
  if (byte === 0x7b && OBJECT.test(scan.ascii(at, at + 3))) return valueOfObject(scan, at, sign);
  if (isEscapedTab(scan, at)) return afterTabs(scan, at, sign);
  const escaped = escapedQuote(scan, at);
  if (escaped > 0) {
    const limit = valueLimit(scan, at);
    let to = at + escaped;
    const quote = scan.at(to - 1);
    while (to < limit && !(escapedQuote(scan, to) === escaped && scan.at(to + escaped - 1) === quote))
      to += 1;
    return set(at + escaped, to, sign, true);
  }
  // b"…" and N'…', but not x": of a quote that began before
  if (
    isWord(byte) &&
    (scan.at(at + 1) === QUOTE || scan.at(at + 1) === APOSTROPHE) &&
    !/^(?:[:,;)}\]\s]|$)/.test(scan.ascii(at + 2, at + 3))
  ) {
    return enclosedValue(scan, at + 2, scan.at(at + 1), sign);
  }
  if (byte === OPEN && scan.at(at + 1) !== QUOTE && scan.at(at + 1) !== APOSTROPHE) {
    // USERID:[7] 'x' of Oracle's audit: how long it is comes first.
    const sized = /^\[\d{1,4}\] ["']/.exec(scan.ascii(at, Math.min(scan.lineEnd, at + 9)));
    if (sized !== null) {
      const from = at + sized[0].length;
      return enclosedValue(scan, from, scan.at(from - 1), sign);
    }
    const isEnclosed = enclosedValue(scan, at + 1, CLOSE, sign);
    const next = scan.at(found.to + 1);
    // [hidden]x9: a bracket is part of it.
    if (next <= SPACE || !/[\w}^~!@#$%&*]/.test(String.fromCharCode(next))) return isEnclosed;
  }
  return set(at, openEnd(scan, at), sign, false);
}

/**
 * A quote behind backslashes: a text in a text, perhaps in another one; or as XML writes it.
 * @returns the bytes of both, 0 where none stands.
 */
export function escapedQuote(scan: Scan, at: number): number {
  if (scan.at(at) === AMPERSAND) return matches(scan, at, '&quot;') || matches(scan, at, '&apos;') ? 6 : 0;
  let size = 0;
  while (size < 8 && scan.at(at + size) === BACKSLASH) size += 1;
  const byte = scan.at(at + size);
  return size > 0 && (byte === QUOTE || byte === APOSTROPHE) ? size + 1 : 0;
}

/** key := `value` of Go; a command of a shell has blanks or slashes. */
function rawText(scan: Scan, from: number, sign: '=' | ':'): boolean {
  let to = from;
  while (to < from + 400 && scan.at(to) > SPACE && scan.at(to) !== BACKQUOTE && scan.at(to) !== BACKSLASH)
    to += 1;
  return scan.at(to) === BACKQUOTE && set(from, to, sign, true);
}

/** \t of a quoted text. */
export function isEscapedTab(scan: Scan, at: number): boolean {
  return scan.at(at) === BACKSLASH && scan.at(at + 1) === 0x74;
}

/** Account Name:\t\tx\n, as JSON has the messages of events: the next escape ends the value. */
function afterTabs(scan: Scan, tabs: number, sign: '=' | ':'): boolean {
  let from = tabs;
  while (isEscapedTab(scan, from)) from += 2;
  found.spaced = true;
  const end = openEnd(scan, from);
  let to = from;
  while (
    to < end &&
    !(scan.at(to) === BACKSLASH && scan.at(to + 1) !== BACKSLASH && scan.at(to - 1) !== BACKSLASH)
  )
    to += 1;
  return set(from, to, sign, false);
}

const OBJECT = /^\{\s{0,2}["']/;

/** "password": {"value": "x"} */
function valueOfObject(scan: Scan, at: number, sign: '=' | ':'): boolean {
  const head = /^\{\s{0,2}["'](?:value|#text|\$t|_|stringValue|plaintext)["']\s{0,2}:\s{0,2}["']/i.exec(
    scan.ascii(at, Math.min(scan.lineEnd, at + 40)),
  );
  if (head === null) return false;
  const from = at + head[0].length;
  return enclosedValue(scan, from, scan.at(from - 1), sign);
}

/** @param close the byte that ends it. */
export function enclosedValue(
  scan: Scan,
  from: number,
  close: number,
  sign: (typeof found)['sign'],
): boolean {
  const limit = valueLimit(scan, from);
  let to = close === CLOSE ? Math.min(limit, scan.withoutBracket.past(from)) : from;
  while (to < limit && (scan.at(to) !== close || isDoubled(scan, from, to))) {
    if (scan.at(to) === close) to += 1;
    to += scan.at(to) === BACKSLASH && close !== LESS && close !== CLOSE ? 2 : 1;
  }
  if (close === CLOSE) scan.withoutBracket.add(from, to, scan.lineEnd);
  if (close === LESS && scan.at(to + 1) !== 0x2f) return false;
  let end = Math.min(to, limit);
  if (end === scan.lineEnd && scan.at(end - 1) === 0x0d) end -= 1;
  return set(from, end, sign, true);
}

/** SQL writes an apostrophe inside of a text twice. */
function isDoubled(scan: Scan, from: number, at: number): boolean {
  return scan.at(at) === APOSTROPHE && at > from && scan.at(at + 1) === APOSTROPHE && isWord(scan.at(at + 2));
}

/** In XML a quote or a tag, or an ampersand with the next field behind it. */
const XML_END = /^&(?:(?:quot|apos|lt|gt);|amp;[\w.-]+=)/;

/**
 * End of a value that nothing encloses: white space, a quote, a tag, a semicolon; a comma, ampersand or bar where another field
 * follows, because passwords have them too. What closes a bracket is left out.
 */
function openEnd(scan: Scan, from: number): number {
  const limit = valueLimit(scan, from);
  let to = Math.min(limit, scan.withoutEnd.past(from));
  for (; to < limit; to += 1) {
    const byte = scan.at(to);
    if (byte <= SPACE || byte === QUOTE || byte === LESS || byte === GREATER || byte === SEMICOLON) break;
    if (byte === APOSTROPHE || byte === BACKQUOTE) break;
    if (byte >= 0xa1 && scan.at(to - 1) < 0x80 && isWidePause(scan, to)) break;
    if (byte === AMPERSAND && XML_END.test(scan.ascii(to, to + 40))) break;
    if ((byte === COMMA || byte === AMPERSAND || byte === BAR) && endsAt(scan, to)) break;
  }
  scan.withoutEnd.add(from, to, scan.lineEnd);
  while (to > from && isClosing(scan.at(to - 1))) to -= 1;
  return to;
}

/** A comma, stop, semicolon or bracket of Chinese typography, in UTF-8 or the Chinese code page. */
export function isWidePause(scan: Scan, at: number): boolean {
  return /^(?:\xef\xbc[\x89\x8c\x9b]|\xe3\x80[\x81\x82\x91]|\xa3[\xac\xbb\xa9]|\xa1[\xa2\xa3])/.test(
    scan.ascii(at, at + 3),
  );
}

function isClosing(byte: number): boolean {
  return (
    byte === 0x29 || byte === CLOSE || byte === 0x7d || byte === COMMA || byte === 0x2e || byte === COLON
  );
}

function endsAt(scan: Scan, comma: number): boolean {
  let at = comma + 1;
  const first = scan.at(at);
  if (first <= SPACE || first === QUOTE || first >= 0x80) return true;
  while (BITS[scan.at(at)]) at += 1;
  const sign = scan.at(at);
  return at > comma + 1 && (sign === EQUALS || sign === COLON);
}

/** @returns whether there is anything. */
export function set(from: number, to: number, sign: (typeof found)['sign'], enclosed: boolean): boolean {
  found.from = from;
  found.to = to;
  found.sign = sign;
  found.enclosed = enclosed;
  return to > from;
}
