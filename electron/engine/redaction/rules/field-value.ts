// Where the value of a field stands: key=value, "key": "value", <key>value</key>, key [value], and the other ways in which
// logs, settings and registries write it. Runs in the engine's process.
import { BITS, isWord } from '../scan/byte-classes.ts';
import { LOOK_AHEAD, type Scan } from '../scan/scan.ts';
import {
  enclosedValue,
  escapedQuote,
  found,
  limitValues,
  matches,
  set,
  skipBlanks,
  valueAt,
  valueLimit,
} from './value-end.ts';

const SPACE = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DOT = 0x2e;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const PARENTHESIS = 0x28;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const BRACE = 0x7b;

const PAIR = /^(["'])[^"']*\1\s?\)/;
const VALUE_ELEMENT =
  /^<\/[\w:-]{1,40}>\s{0,40}<(?:\w{1,20}:)?(?:[\w-]{0,20}value|string|val|data)(?:\s[^<>]{0,80})?>/i;

/**
 * @param most bytes after which the value counts as ended, so that a text of nothing but keys is not read again for each.
 * @returns whether a value follows the key; it is then in {@link found} and not empty.
 */
export function findValue(scan: Scan, keyStart: number, keyEnd: number, most = LOOK_AHEAD): boolean {
  limitValues(most);
  let at = keyEnd;
  let quoted = false;
  let byte = scan.at(at);
  if (byte === QUOTE || byte === APOSTROPHE) {
    at += 1;
    quoted = true;
  } else if (escapedQuote(scan, at) > 0) {
    at += escapedQuote(scan, at);
    quoted = true;
  }
  if (scan.at(at) === CLOSE && (quoted || scan.at(keyStart - 1) === OPEN)) at += 1;
  else if (scan.at(at) === OPEN) at = pastIndex(scan, at);
  const beforeBlank = at;
  at = pastLeaders(scan, skipBlanks(scan, at, 40));
  byte = scan.at(at);
  const wide = byte >= 0xa3 ? wideColon(scan, at) : 0;
  if (wide > 0) return valueAt(scan, skipBlanks(scan, at + wide, 8), ':', at + wide);
  switch (byte) {
    case COMMA:
      return quoted ? namedElsewhere(scan, keyStart, at + 1) : pairedValue(scan, keyStart, keyEnd);
    case SEMICOLON:
      // name="Password"; value="x" of PowerShell
      return quoted && matches(scan, at, '; value="') && enclosedValue(scan, at + 9, QUOTE, '=');
    case LESS:
      return scan.at(keyStart - 1) === GREATER && valueElement(scan, at);
    case EXCLAMATION:
      return comparedValue(scan, at);
    case QUESTION:
    case DOT:
      // key ?= value and key .= value of settings and programs.
      return scan.at(at + 1) === EQUALS && valueAt(scan, skipBlanks(scan, at + 2, 40), '=', at + 2);
    case AMPERSAND:
      return (quoted || matches(scan, keyStart - 4, '&lt;')) && escapedElement(scan, at);
    case PERCENT:
      return matches(scan, at, '%3d') && percentValue(scan, at + 3);
    case EQUALS:
      if (scan.at(at + 1) === 0x7e) return false;
      if (scan.at(at + 1) === EQUALS) return comparedValue(scan, at);
      if (scan.at(at + 1) === GREATER) at += 1;
      else if (matches(scan, at + 1, '&gt;')) at += 4;
      return valueAt(scan, skipBlanks(scan, at + 1, 40), '=', at + 1);
    case COLON:
      if (scan.at(at + 1) === COLON) {
        // LDIF writes base64 after two colons; make assigns with ::=.
        if (scan.at(at + 2) !== SPACE && scan.at(at + 2) !== EQUALS) return false;
        at += 1;
      }
      if (scan.at(at + 1) === EQUALS) at += 1;
      return valueAt(scan, skipBlanks(scan, pastType(scan, at + 1), 40), ':', at + 1);
    case OPEN:
      // config["password"]["x"] is no value; Password [x] is.
      if (at === beforeBlank + 1 && scan.at(at + 1) === QUOTE && scan.at(at + 2) !== QUOTE && !quoted)
        return enclosedValue(scan, at + 2, QUOTE, '[');
      return (
        !quoted &&
        (at === beforeBlank + 1 ? isWord(scan.at(keyEnd - 1)) : scan.at(keyEnd - 1) >= 0x80) &&
        enclosedValue(scan, at + 1, CLOSE, '[')
      );
    case GREATER:
      return (
        (scan.at(keyStart - 1) === LESS || quoted || scan.at(keyStart - 1) === COLON) &&
        enclosedValue(scan, matches(scan, at + 1, '<value>') ? at + 8 : at + 1, LESS, '>')
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

/** &lt;key&gt;value&lt;/key&gt;, XML within XML. @param at of what follows the key. */
function escapedElement(scan: Scan, at: number): boolean {
  if (!matches(scan, at, '&gt;')) return false;
  const from = at + 4;
  const limit = valueLimit(scan, from);
  let to = from;
  while (to < limit && scan.at(to) !== AMPERSAND) to += 1;
  return matches(scan, to, '&lt;/') && set(from, to, '>', true);
}

/** Host Name . . . . . : x, as Windows fills its lists. @returns behind the dots where a colon follows them. */
function pastLeaders(scan: Scan, at: number): number {
  if (scan.at(at) !== DOT || scan.at(at + 1) !== SPACE) return at;
  const leaders = /^(?:\. ?)+(?=:)/.exec(scan.ascii(at, Math.min(scan.lineEnd, at + 60)))?.[0];
  return at + (leaders?.length ?? 0);
}

/** if (token === "x1"): a literal with a digit. @param at of the sign. */
function comparedValue(scan: Scan, at: number): boolean {
  const literal = /^(?:={2,3}|!==?) ?["'](?=[^"']*\d)[^"'\s]{5,}["']/.exec(
    scan.ascii(at, Math.min(scan.lineEnd, at + 120)),
  )?.[0];
  if (literal === undefined) return false;
  return set(at + literal.search(/["']/) + 1, at + literal.length - 1, 'quote', true);
}

/** password: str = "x", with its type before it. @param from behind the colon. @returns where the value begins. */
function pastType(scan: Scan, from: number): number {
  if (scan.at(from) !== SPACE || (scan.at(from + 1) | 0x20) !== 0x73) return from;
  const type = /^ (?:str|[Ss]tring)\s?=\s?(?=["'])/.exec(scan.ascii(from, from + 14))?.[0];
  return type === undefined ? from : from + type.length;
}

/** passwords[0] and key[]. @param at of the bracket. @returns behind it where it is such an index. */
function pastIndex(scan: Scan, at: number): number {
  let to = at + 1;
  while (scan.at(to) >= 0x30 && scan.at(to) <= 0x39) to += 1;
  return scan.at(to) === CLOSE && to < at + 4 ? to + 1 : at;
}

/** The colon or the equals sign of Chinese typography, in UTF-8 or the Chinese code page. @returns its bytes. */
function wideColon(scan: Scan, at: number): number {
  if (
    scan.at(at) === 0xef &&
    scan.at(at + 1) === 0xbc &&
    (scan.at(at + 2) === 0x9a || scan.at(at + 2) === 0x9d)
  )
    return 3;
  return scan.at(at) === 0xa3 && (scan.at(at + 1) === 0xba || scan.at(at + 1) === 0xbd) ? 2 : 0;
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
  if (/\b(?:define|put|put[eE]nv|set\w*|add\w*)\(\s*["']$/.test(before))
    return enclosedValue(scan, at + 1, quote, '=');
  // ('password', 'x') of a program's list of pairs
  if (
    /(?:^|[^\w\s)\]])\s?\(\s?b?["']$/.test(before) &&
    PAIR.test(scan.ascii(at, Math.min(scan.lineEnd, at + 120)))
  )
    return enclosedValue(scan, at + 1, quote, '=');
  // getEnv("API_TOKEN", "x"), field('String', 'API_KEY', '"x"')
  if (!(scan.at(keyStart) === 0x2d ? /(?:^|[[(,])\s*["']$/ : /[(,]\s*["']$/).test(before)) return false;
  const inner = scan.at(at + 1);
  return inner === QUOTE && quote === APOSTROPHE
    ? enclosedValue(scan, at + 2, QUOTE, ',')
    : enclosedValue(scan, at + 1, quote, ',');
}

/** (some.password,x), as Scala prints pairs, and {password, <<"x">>} of Erlang. */
function pairedValue(scan: Scan, keyStart: number, comma: number): boolean {
  if (scan.at(keyStart - 1) === BRACE) {
    const at = skipBlanks(scan, comma + 1, 8);
    const from = matches(scan, at, '<<"') ? at + 3 : scan.at(at) === QUOTE ? at + 1 : 0;
    return from > 0 && enclosedValue(scan, from, QUOTE, '=');
  }
  if (
    scan.at(keyStart - 1) !== PARENTHESIS ||
    !/^(?!self|this)\w+\..*[^.]$/.test(scan.ascii(keyStart, comma))
  )
    return false;
  const value = /^[^\s(),"']+(?=\))/.exec(scan.ascii(comma + 1, Math.min(scan.lineEnd, comma + 300)))?.[0];
  return value !== undefined && set(comma + 1, comma + 1 + value.length, '=', true);
}

/** <name>key</name><value>x</value>, <key>key</key> <string>x</string> */
function valueElement(scan: Scan, at: number): boolean {
  const head = VALUE_ELEMENT.exec(scan.ascii(at, Math.min(scan.lineEnd, at + 160)));
  return head !== null && enclosedValue(scan, at + head[0].length, LESS, '>');
}

/** password%3Dx%26y, as web addresses within web addresses have it. */
function percentValue(scan: Scan, from: number): boolean {
  const limit = valueLimit(scan, from);
  let to = from;
  while (to < limit && (BITS[scan.at(to)] || scan.at(to) === PERCENT)) {
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

const PROPERTY = /^[a-z][\w-]*(?:\.[\w-]+){2,}[ \t]+[^\s=:]\S*\s*$/;

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

/** sCSHOSTNAME value: CommVault's settings on Unix, names with their type before them at the margin; some.long.key value. */
function propertyColumn(scan: Scan, keyStart: number, from: number): boolean {
  if (
    keyStart === scan.lineStart &&
    PROPERTY.test(scan.ascii(keyStart, Math.min(scan.lineEnd, from + 120)))
  ) {
    let to = from;
    while (scan.at(to) > SPACE) to += 1;
    return set(from, to, ' ', true);
  }
  const second = scan.at(keyStart + 1) === 0x7a ? scan.at(keyStart + 2) : scan.at(keyStart + 1);
  if (keyStart !== scan.lineStart || scan.at(keyStart) !== 0x73 || BITS[second] !== 2) return false;
  let to = scan.lineEnd;
  while (to > from && scan.at(to - 1) <= SPACE) to -= 1;
  return set(from, to, ' ', true);
}
