// Where the value of a field stands: key=value, "key": "value", <key>value</key>, key [value], and the other ways in which
// logs, settings and registries write it. Runs in the engine's process.
import { BITS, isWord } from '../scan/byte-classes.ts';
import { LOOK_AHEAD, type Scan } from '../scan/scan.ts';

const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const BACKQUOTE = 0x60;
const BAR = 0x7c;

/** The value found last; read at once, because the next search overwrites it. */
export const found = {
  from: 0,
  to: 0,
  /** '=', ':', '[', '>' or ' ' (a registry's columns), quote (nothing but a blank before a quoted value). */
  sign: '=' as '=' | ':' | '[' | '>' | ' ' | 'quote',
  /** In quotes, brackets or tags: its end is sure. */
  enclosed: false,
  /** White space before the value, after a sign. */
  spaced: false,
};

/** Values of names are never longer; what is longer need not be read to its end. */
export const LONGEST_NAME_VALUE = 160;
/** How far the value that is sought may reach. */
let longest = 0;

/**
 * @param most bytes after which the value counts as ended, so that a text of nothing but keys is not read again for each.
 * @returns whether a value follows the key; it is then in {@link found} and not empty.
 */
export function findValue(scan: Scan, keyStart: number, keyEnd: number, most = LOOK_AHEAD): boolean {
  longest = most;
  let at = keyEnd;
  let quoted = false;
  let byte = scan.at(at);
  if (byte === QUOTE || byte === APOSTROPHE) {
    at += 1;
    quoted = true;
  } else if (byte === BACKSLASH && scan.at(at + 1) === QUOTE) {
    at += 2;
    quoted = true;
  }
  if (scan.at(at) === CLOSE && (quoted || scan.at(keyStart - 1) === OPEN)) at += 1;
  const beforeBlank = at;
  at = skipBlanks(scan, at, 40);
  byte = scan.at(at);
  const wide = byte >= 0xa3 ? wideColon(scan, at) : 0;
  if (wide > 0) return valueAt(scan, skipBlanks(scan, at + wide, 8), ':', at + wide);
  switch (byte) {
    case COMMA:
      return quoted && namedElsewhere(scan, keyStart, at + 1);
    case PERCENT:
      return matches(scan, at, '%3d') && percentValue(scan, at + 3);
    case EQUALS:
      if (scan.at(at + 1) === EQUALS || scan.at(at + 1) === 0x7e) return false;
      if (scan.at(at + 1) === GREATER) at += 1;
      return valueAt(scan, skipBlanks(scan, at + 1, 40), '=', at + 1);
    case COLON:
      if (scan.at(at + 1) === COLON) {
        // LDIF writes base64 after two colons.
        if (scan.at(at + 2) !== SPACE) return false;
        at += 1;
      }
      if (scan.at(at + 1) === EQUALS) at += 1;
      return valueAt(scan, skipBlanks(scan, at + 1, 40), ':', at + 1);
    case OPEN:
      // config["password"]["x"] is no value; Password [x] is.
      return (
        !quoted &&
        (at === beforeBlank + 1 ? isWord(scan.at(keyEnd - 1)) : scan.at(keyEnd - 1) >= 0x80) &&
        enclosedValue(scan, at + 1, CLOSE, '[')
      );
    case GREATER:
      return (
        (scan.at(keyStart - 1) === LESS || quoted || scan.at(keyStart - 1) === COLON) &&
        enclosedValue(scan, at + 1, LESS, '>')
      );
    default:
      if (at === beforeBlank) return false;
      if (!quoted && at === beforeBlank + 1 && (byte === QUOTE || byte === APOSTROPHE)) {
        found.spaced = true;
        return enclosedValue(scan, at + 1, byte, 'quote');
      }
      if (scan.at(keyStart - 1) === LESS) return attributes(scan, at);
      if (quoted && matches(scan, at, 'value=')) return valueAt(scan, at + 6, '=', at + 6);
      return registryColumn(scan, at) || propertyColumn(scan, keyStart, at);
  }
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

/** The colon of Chinese typography, in UTF-8 or the Chinese code page. @returns its bytes. */
function wideColon(scan: Scan, at: number): number {
  if (scan.at(at) === 0xef && scan.at(at + 1) === 0xbc && scan.at(at + 2) === 0x9a) return 3;
  return scan.at(at) === 0xa3 && scan.at(at + 1) === 0xba ? 2 : 0;
}

function valueAt(scan: Scan, at: number, sign: '=' | ':', afterSign: number): boolean {
  found.spaced = at > afterSign;
  const byte = scan.at(at);
  if (byte === QUOTE || byte === APOSTROPHE) return enclosedValue(scan, at + 1, byte, sign);
  if (byte === BACKQUOTE) return false;
  if (byte === BACKSLASH && scan.at(at + 1) === QUOTE) {
    let to = at + 2;
    while (to < scan.lineEnd && !(scan.at(to) === BACKSLASH && scan.at(to + 1) === QUOTE)) to += 1;
    return set(at + 2, to, sign, true);
  }
  // b"…" and N'…'
  if (isWord(byte) && (scan.at(at + 1) === QUOTE || scan.at(at + 1) === APOSTROPHE)) {
    return enclosedValue(scan, at + 2, scan.at(at + 1), sign);
  }
  if (matches(scan, at, '&quot;')) {
    let to = at + 6;
    while (to < scan.lineEnd && scan.at(to) !== AMPERSAND) to += 1;
    return set(at + 6, to, sign, true);
  }
  if (byte === OPEN && scan.at(at + 1) !== QUOTE && scan.at(at + 1) !== APOSTROPHE) {
    return enclosedValue(scan, at + 1, CLOSE, sign);
  }
  return set(at, openEnd(scan, at), sign, false);
}

function enclosedValue(scan: Scan, from: number, close: number, sign: (typeof found)['sign']): boolean {
  const limit = Math.min(scan.lineEnd, from + longest);
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

/**
 * End of a value that nothing encloses: white space, a quote, a tag, a semicolon; a comma, ampersand or bar where another field
 * follows, because passwords have them too. What closes a bracket is left out.
 */
function openEnd(scan: Scan, from: number): number {
  const limit = Math.min(scan.lineEnd, from + longest);
  let to = Math.min(limit, scan.withoutEnd.past(from));
  for (; to < limit; to += 1) {
    const byte = scan.at(to);
    if (byte <= SPACE || byte === QUOTE || byte === LESS || byte === GREATER || byte === SEMICOLON) break;
    if (byte === APOSTROPHE || byte === BACKQUOTE) break;
    if ((byte === COMMA || byte === AMPERSAND || byte === BAR) && endsAt(scan, to)) break;
  }
  scan.withoutEnd.add(from, to, scan.lineEnd);
  while (to > from && isClosing(scan.at(to - 1))) to -= 1;
  return to;
}

function isClosing(byte: number): boolean {
  return (
    byte === 0x29 || byte === CLOSE || byte === 0x7d || byte === COMMA || byte === 0x2e || byte === COLON
  );
}

function endsAt(scan: Scan, comma: number): boolean {
  let at = comma + 1;
  const first = scan.at(at);
  if (first <= SPACE || first === QUOTE) return true;
  while (BITS[scan.at(at)]) at += 1;
  const sign = scan.at(at);
  return at > comma + 1 && (sign === EQUALS || sign === COLON);
}

/** "name": "DB_PASSWORD", "value": "x" of containers, and define("DB_PASSWORD", "x"). @param from behind the comma. */
function namedElsewhere(scan: Scan, keyStart: number, from: number): boolean {
  let at = skipBlanks(scan, from, 40);
  if (scan.at(at) === BACKSLASH) at += 1;
  const quote = scan.at(at);
  if (quote !== QUOTE && quote !== APOSTROPHE) return false;
  if (matches(scan, at + 1, 'value')) {
    at += 6;
    if (scan.at(at) === BACKSLASH) at += 1;
    at = skipBlanks(scan, at + 1, 8);
    return scan.at(at) === COLON && valueAt(scan, skipBlanks(scan, at + 1, 8), ':', at + 1);
  }
  const before = scan.ascii(Math.max(scan.back, keyStart - 24), keyStart);
  return (
    /\b(?:define|put|put[eE]nv|set\w*|add\w*)\(\s*["']$/.test(before) &&
    enclosedValue(scan, at + 1, quote, '=')
  );
}

/** password%3Dx%26y, as web addresses within web addresses have it. */
function percentValue(scan: Scan, from: number): boolean {
  let to = from;
  while (to < Math.min(scan.lineEnd, from + longest) && (BITS[scan.at(to)] || scan.at(to) === PERCENT)) {
    if (matches(scan, to, '%26') || matches(scan, to, '%20')) break;
    to += 1;
  }
  return set(from, to, '=', true);
}

/** <password encrypted="true">value</password>, and <password val="value"/>. */
function attributes(scan: Scan, from: number): boolean {
  let at = from;
  while (at < scan.lineEnd && scan.at(at) !== GREATER) {
    if (scan.at(at) === LESS) return false;
    if (scan.at(at - 1) <= SPACE && (matches(scan, at, 'val="') || matches(scan, at, 'value="'))) {
      return enclosedValue(scan, at + (scan.at(at + 3) === EQUALS ? 5 : 7), QUOTE, '=');
    }
    at += 1;
  }
  if (scan.at(at - 1) === 0x2f) return false;
  return enclosedValue(scan, at + 1, LESS, '>');
}

/** name    REG_SZ    value */
function registryColumn(scan: Scan, from: number): boolean {
  if (!matches(scan, from, 'reg_')) return false;
  let at = from;
  while (BITS[scan.at(at)]) at += 1;
  at = skipBlanks(scan, at, 40);
  let to = scan.lineEnd;
  while (to > at && scan.at(to - 1) <= SPACE) to -= 1;
  return set(at, to, ' ', true);
}

/** sCSHOSTNAME value: CommVault's settings on Unix, names with their type before them at the margin. */
function propertyColumn(scan: Scan, keyStart: number, from: number): boolean {
  const second = scan.at(keyStart + 1) === 0x7a ? scan.at(keyStart + 2) : scan.at(keyStart + 1);
  if (keyStart !== scan.lineStart || scan.at(keyStart) !== 0x73 || BITS[second] !== 2) return false;
  let to = scan.lineEnd;
  while (to > from && scan.at(to - 1) <= SPACE) to -= 1;
  return set(from, to, ' ', true);
}

function set(from: number, to: number, sign: (typeof found)['sign'], enclosed: boolean): boolean {
  found.from = from;
  found.to = to;
  found.sign = sign;
  found.enclosed = enclosed;
  return to > from;
}
