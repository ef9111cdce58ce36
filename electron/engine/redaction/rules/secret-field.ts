// Rule: values of fields whose name says that they are secret become the mark; the name and the quotes stay. Runs in the
// engine's process.
import { isPlainWord } from '../names/name-worth.ts';
import { BITS, DIGIT, isWord, LETTER, WORD } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/sense.ts';
import { findValue } from './field-value.ts';
import { looksLikeHeaderValue, looksLikeSecret } from './looks-like-secret.ts';
import { secretColumn } from './secret-column.ts';
import { RULE_OF_SENSE } from './secret-rules.ts';
import { found, matches, skipBlanks } from './value-end.ts';

const HYPHEN = 0x2d;
const AMPERSAND = 0x26;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const CLOSE_BRACE = 0x7d;
/** key: | and key: >- of YAML. */
const BLOCK = /^[|>][+-]?\s*$/;
/** What the regular expression below can end in. */
const BEFORE_KEY = /[\s#;<>]/;
const SCHEMES =
  'bearer basic negotiate ntlm digest token apikey api-key api-token bot oauth sso-key geniekey splunk'.split(
    ' ',
  );

/** Variables that stand before commands. */
const ENVIRONMENT = /^(?:PGPASSWORD|MYSQL_PWD|SSHPASS|RSYNC_PASSWORD)$/;
/** An option, or the name of what runs commands. */
const COMMAND =
  / --?\w|^\S+ (?:python\d?|node|npm|npx|java|bash|sh|sudo|make|go|cargo|docker|podman|kubectl|helm|terraform|ansible\S*|restic|borg|rclone|\.{0,2}\/\S+)(?: |$)/;
/** Passwords: ['x', 'y'] */
const LIST = /^["']?\s?[:=]\s?\[(?<list>\s*["'][^\][]{3,}["']\s*)\]/d;
/** What names a secret or a key that is public. */
const NAMES_SECRET = /public key $|\barn:[\w-]*:secretsmanager:[\w-]*:\d*:$/i;

/** @returns where scanning goes on, 0 where no secret stands. */
export function secretField(scan: Scan, start: number, end: number, sense: number): number {
  if (isInSentence(scan, start, end)) return 0;
  if (sense === Sense.token && NAMES_SECRET.test(scan.ascii(Math.max(scan.back, start - 80), start)))
    return 0;
  const listed = sense === Sense.keyOrId ? 0 : secretList(scan, end);
  if (listed > 0) return listed;
  if (!findValue(scan, start, end)) {
    const given = givenInCall(scan, start, end, sense);
    if (given > 0) return given;
    scan.valueFollows = valueInNextLine(scan, start, end, sense) ?? scan.valueFollows;
    return secretColumn(scan, start, end, sense);
  }
  let { from, to } = found;
  const { enclosed, sign, spaced } = found;
  if (sign === ':' && BLOCK.test(scan.ascii(from, Math.min(scan.lineEnd, from + 4)))) {
    scan.valueFollows = 'block';
    return 0;
  }
  const rule = RULE_OF_SENSE[sense] ?? 'token';
  if (sense === Sense.header) {
    if (!enclosed) to = headerEnd(scan, start, from);
    return headerValue(scan, from, to, /cookie/i.test(scan.ascii(start, end)), enclosed);
  }
  // A line of a settings file: the password may have blanks in it.
  const isOption = scan.at(start) === HYPHEN;
  if (!enclosed && sign === '=' && sense === Sense.password && !isOption && isLineStart(scan, start)) {
    const whole = lineEndTrimmed(scan);
    const line = scan.ascii(from, whole);
    const isCommand =
      ENVIRONMENT.test(scan.ascii(start, end)) ||
      (/^[A-Z\d_]+$/.test(scan.ascii(start, end)) && COMMAND.test(line));
    if (!isCommand && !isSentence(line) && !/[\s;,&|](?:[\w.-]+\s*[=:]|[#;])|[(;]/.test(line)) to = whole;
  }
  if (to <= from) return 0;
  if (sense === Sense.password && sign === '=' && !enclosed && !spaced && isPlainSecret(scan, from, to)) {
    scan.mask(Math.max(from, scan.decided), to, rule);
    return to;
  }
  const key = scan.ascii(start, end);
  const before = scan.at(start - 1);
  const queried = before === QUESTION || before === AMPERSAND;
  if (!enclosed && to - from <= LONGEST_SCHEME && SCHEME_ALONE.test(scan.ascii(from, to)))
    to = pastScheme(scan, from, to);
  const fragment = queried && !enclosed ? scan.ascii(from, Math.min(to, from + 400)).indexOf('#') : -1;
  if (fragment > 0) to = from + fragment;
  const value = scan.ascii(from, Math.min(to, from + 400)).trim();
  const ownLine = start === scan.lineStart && endsLine(scan, to);
  // JSON has nothing but numbers outside of quotes.
  const alone =
    ownLine || scan.at(end) === QUOTE || (isLineStart(scan, start) && endsLine(scan, enclosed ? to + 1 : to));
  if (!enclosed && /^\d+$/.test(value) && /^ (?:bytes|characters|chars)\b/.test(scan.ascii(to, to + 12)))
    return 0;
  // password: see the vault
  if (
    !enclosed &&
    spaced &&
    /^[a-z]{2,10}$/.test(value) &&
    /^ (?:the|an?|your|our|this|that|in|for|with|from|of|is|was|by)\b/.test(scan.ascii(to, to + 6))
  )
    return 0;
  const followed = /^ [A-Za-z]/.test(scan.ascii(to, to + 2));
  const counted = /^[,;] \w+: \d/.test(scan.ascii(to, Math.min(scan.lineEnd, to + 24)));
  const argument = /^\s?[),]/.test(scan.ascii(to, to + 2));
  const field = {
    key,
    value,
    braced: scan.at(to) === CLOSE_BRACE ? `${value}}` : value,
    sense,
    sign,
    enclosed,
    spaced,
    ownLine,
    alone,
    followed,
    counted,
    argument,
    queried,
  };
  if (!looksLikeSecret(field)) return 0;
  if (closesText(scan, from, enclosed, sign)) return 0;
  scan.mask(Math.max(from, scan.decided), to, rule);
  if (enclosed) changedValue(scan, to);
  return to;
}

/** signature block found: only blanks part it from a word of letters alone, and no rule below takes that for a value. */
function isInSentence(scan: Scan, start: number, end: number): boolean {
  if (scan.at(end) !== 0x20 || start === scan.lineStart || scan.at(start - 1) === 0x3c) return false;
  let to = end + 1;
  while (((BITS[scan.at(to)] as number) & LETTER) !== 0) to += 1;
  return to > end + 1 && scan.at(to) === 0x20;
}

/** What sets a secret: .password, setPassword, withToken. */
const SETTER =
  /(?:^|\.)(?:password|passphrase|secret|token|pwd|passwd)$|(?:^|[.\w])(?:set|with|change|update)_?\w*(?:password|passwd|pwd|passphrase|secret|token|key)$/i;
const LITERAL = /^\(\s?(["'])(?<secret>[^"'\s<>{}$%]{3,80})\1\s?\)/d;

/** setPassword("x"). @returns where scanning goes on, 0 where nothing is given. */
function givenInCall(scan: Scan, start: number, end: number, sense: number): number {
  if (scan.at(end) !== 0x28 || (sense !== Sense.password && sense !== Sense.token)) return 0;
  const name = scan.ascii(start, Math.min(end, start + 80));
  const place = LITERAL.exec(scan.ascii(end, Math.min(scan.lineEnd, end + 90)))?.indices?.groups?.secret;
  if (
    place === undefined ||
    !(SETTER.test(name) && (/\W|_|[a-z][A-Z]/.test(name) || scan.at(start - 1) === 0x2e))
  )
    return 0;
  const value = scan.ascii(end + place[0], end + place[1]);
  if (isPlainWord(value.toLowerCase()) || /^[a-z]+(?:[._-][a-z]+)+$/.test(value)) return 0;
  scan.mask(end + place[0], end + place[1], RULE_OF_SENSE[sense] ?? 'token');
  return end + place[1];
}

/** password=Token x, secret: Bearer x */
const LONGEST_SCHEME = 6;
const SCHEME_ALONE = /^(?:bearer|basic|token|digest)$/i;

/** @returns the end of what follows a scheme where that is no word. */
function pastScheme(scan: Scan, from: number, to: number): number {
  const value = /^ [^\s"'<>,;]{6,}/.exec(scan.ascii(to, Math.min(scan.lineEnd, to + 400)))?.[0];
  return value !== undefined && /[\d+/=]/.test(value) && from < to ? to + value.length : to;
}

/** "old" -> "new": what a plan of changes makes of it. @param to where the old one ends. */
function changedValue(scan: Scan, to: number): void {
  if (!matches(scan, to + 1, ' -> "') || scan.at(to) !== QUOTE) return;
  const size = scan.ascii(to + 6, Math.min(scan.lineEnd, to + 400)).indexOf('"');
  if (size > 0) scan.later(to + 6, to + 6 + size);
}

/** key: | of YAML and <key> on a line of its own, a list of passwords, and a name whose value has its own name. */
function valueInNextLine(scan: Scan, start: number, end: number, sense: number): Scan['valueFollows'] {
  const after = scan.ascii(end, Math.min(scan.lineEnd, end + 16)).trimEnd();
  if (after === '' && scan.ascii(start, end) === 'UGFzc3dvcmQ6') return 'answer';
  if (/^["']?: ?[|>][+-]?$/.test(after)) return 'block';
  if (after === '>' && scan.at(start - 1) === 0x3c && end + 1 >= lineEndTrimmed(scan)) return 'block';
  if (/^["']?:(?: \[)?$/.test(after) && /s$/i.test(scan.ascii(end - 1, end)) && sense !== Sense.keyOrId)
    return 'list';
  return isNamedAlone(scan, start, after) ? 'named' : undefined;
}

/** @param end of a name of secrets, in the plural. @returns where scanning goes on, 0 where no list follows. */
function secretList(scan: Scan, end: number): number {
  if ((scan.at(end - 1) | 0x20) !== 0x73) return 0;
  const place = LIST.exec(scan.ascii(end, Math.min(scan.lineEnd, end + 400)))?.indices?.groups?.list;
  if (place === undefined) return 0;
  scan.mask(end + place[0], end + place[1], 'password');
  return end + place[1];
}

/** A header in quotes ends where they do, as on command lines; else with its line. */
function headerEnd(scan: Scan, start: number, from: number): number {
  const to = lineEndTrimmed(scan);
  const quote = scan.at(start - 1);
  if (quote !== 0x22 && quote !== 0x27) return to;
  const text = scan.ascii(from, to);
  const at = text.indexOf(String.fromCharCode(quote));
  // Token="x" is no end.
  const value = at > 0 && text[at - 1] === '=' ? text.indexOf(String.fromCharCode(quote), at + 1) : at;
  return value < 0 ? to : from + value;
}

/** "name": "DB_PASSWORD", and <key>Password</key>: the value is in the next line. @param after what follows the key. */
function isNamedAlone(scan: Scan, start: number, after: string): boolean {
  if (/^<\/(?:key|[\w-]*name)>$/.test(after)) return scan.at(start - 1) === 0x3e;
  if (after !== '' && after !== '"' && after !== '",' && after !== "'") return false;
  return /(?:^|[\s{,-])["']?name["']?\s*[:=]\s*["']?$/i.test(
    scan.ascii(Math.max(scan.back, start - 24), start),
  );
}

/** prompt='Password: ', x: that quote ends a text and begins none. */
function closesText(scan: Scan, from: number, enclosed: boolean, sign: string): boolean {
  const quote = scan.at(from - 1);
  if (!enclosed || (sign !== ':' && sign !== '=') || (quote !== 0x22 && quote !== 0x27)) return false;
  if (!/[\s,)+;%.\]]/.test(String.fromCharCode(scan.at(from) || 0x20))) return false;
  let count = 0;
  for (let at = scan.back; at < from - 1; at += 1) if (scan.at(at) === quote) count += 1;
  return count % 2 === 1;
}

/** Authorization: Bearer x, Cookie: a=b; the scheme stays. */
function headerValue(scan: Scan, from: number, to: number, isCookie: boolean, enclosed: boolean): number {
  let at = from;
  for (const scheme of SCHEMES) {
    if (matches(scan, at, scheme) && scan.at(at + scheme.length) === 0x20) {
      at = skipBlanks(scan, at + scheme.length, 8);
      break;
    }
  }
  const value = scan.ascii(at, Math.min(to, at + 80)).trim();
  if (to <= at || !looksLikeHeaderValue(value, isCookie, enclosed || at > from)) return 0;
  const end = enclosed ? to : valueOfHeader(scan, at, to, isCookie, at > from);
  scan.mask(Math.max(at, scan.decided), end, 'token');
  return end;
}

/** What cookies are told beside their value. */
const COOKIE_TELLS =
  /; ?(?:Path=|Domain=|Expires=|Max-Age=|Secure\b|HttpOnly\b|SameSite=|Version=|Priority=)/i;

/** Another secret in the same line, of whatever look. */
const SECRET_FOLLOWS = /(?:cookie|key|token|secret|pass\w*|pwd|pat|auth\w*|session\w*|sig\w*)["']?\s?[=:]/i;

const PARAMETERS = /^[\w-]+=(?:["']|[^\s,]*, ?[\w-]+=)/;

/** Behind a scheme one word, of a cookie what is no instruction to browsers; else up to another header in the same line. */
function valueOfHeader(scan: Scan, from: number, to: number, isCookie: boolean, hasScheme: boolean): number {
  const text = scan.ascii(from, to);
  if (isCookie) {
    const size = text.search(COOKIE_TELLS);
    return size > 0 ? from + size : to;
  }
  // Digest username="x", response="y": each of them tells something.
  if (PARAMETERS.test(text)) return to;
  const word = /^[\w+/=.~:-]+(?=[\s,;'"\])}])/.exec(text)?.[0] ?? '';
  const rest = text.slice(word.length);
  const isFollowed = hasScheme ? word !== '' : /\d/.test(word) && /^[,;]? [A-Za-z][\w-]*[:=]/.test(rest);
  return isFollowed && !SECRET_FOLLOWS.test(rest) ? from + word.length : to;
}

/** x9Kq2 was rejected: what follows the password are words of programs. */
function isSentence(line: string): boolean {
  const [first = '', ...words] = line.split(' ');
  return (
    words.length > 0 &&
    (words.length > 1 || /\d|[^\w]/.test(first)) &&
    words.every((word) => isPlainWord(word))
  );
}

const endsLine = (scan: Scan, at: number): boolean => at >= lineEndTrimmed(scan);

function lineEndTrimmed(scan: Scan): number {
  let to = scan.lineEnd;
  while (to > scan.back && scan.at(to - 1) <= 0x20) to -= 1;
  return to;
}

/** Letters and digits, of both at least one: no variable, no call and no state is written so. */
function isPlainSecret(scan: Scan, from: number, to: number): boolean {
  let bits = 0;
  for (let at = from; at < to; at += 1) {
    const bit = BITS[scan.at(at)] as number;
    if ((bit & WORD) === 0) return false;
    bits |= bit;
  }
  return (bits & DIGIT) !== 0 && (bits & LETTER) !== 0;
}

/** Whether only white space, a comment sign or export stands before the key. */
function isLineStart(scan: Scan, start: number): boolean {
  if (
    scan.back > scan.lineStart ||
    (start > scan.lineStart && !BEFORE_KEY.test(String.fromCharCode(scan.at(start - 1))))
  )
    return false;
  // Numbers, and nearly all letters: a line of a log.
  const first = scan.at(scan.lineStart);
  if (
    start > scan.lineStart &&
    isWord(first) &&
    !matches(scan, scan.lineStart, 'export ') &&
    !matches(scan, scan.lineStart, 'set ')
  )
    return false;
  return /^(?:\s|#|;|[<>] |export |set )*$/i.test(scan.ascii(scan.lineStart, start));
}
