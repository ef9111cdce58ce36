// Rule: secrets on command lines that logs and scripts record: --password x, -p x beside a user, qlogin -clp, sqlplus user/x@db,
// net use. Runs in the engine's process.
import { isPlainWord, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { isDigit } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { textWithin } from './enclosed-text.ts';
import { program } from './told-pattern.ts';
import { escapedQuote, matches, skipBlanks } from './value-end.ts';

/** Programs, and options, beside which -p is a password and not a port, a path or a process. */
const LOGS_IN = program(
  'mysql\\w*|mariadb\\w*|sshpass|qlogin|sqlcmd|osql|bcp|isql|smbclient|psexec\\w*|winexe|mongo\\w*|redis-cli|docker login|htpasswd|plink|pscp|zip|7z\\w?|unzip|certutil',
);
const TAKES_USER = /\s-(?:u|U|user|username|cs|clu|usr)[\s=]|--user/i;
/** mysql -psecret */
const TAKES_GLUED = program('mysql\\w*|mariadb\\w*|mongo\\w*|sshpass|7z\\w?|(?:un)?rar');
const COLON = 0x3a;
const EQUALS = 0x3d;
const COMMA = 0x2c;
const OPTION_OR_ADDRESS = /^(?:-{1,2}[a-z]|[a-z][a-z\d+.-]*:\/\/)/i;
/** Without a digit, or a file. */
const NO_TOKEN = /^(?:-.*|[^\d]*|.{0,7}|.*\.[a-z]{2,4}|[~./].*|[a-z]:\\.*)$/i;
/** References, placeholders, what ends a sentence, (Get-Credential and the like. */
const NO_WORD = /^(?:\$[\w{(].*|%\w+%|<.*|\[.*|\*+|[,.;:)\]|&>].*|\((?:ConvertTo|Get|Read|New)-.*)$/;
const PORT_OR_PATH = /^(?:\d{1,5}(?:[:-]\d+)*|[/~.][\w./-]*|-.*)$/;

/** @returns where scanning goes on, 0 where no secret stands. */
export function commandLine(scan: Scan, start: number, end: number): number {
  const word = scan.ascii(start, end);
  if (word.startsWith('-')) return option(scan, start, end, word);
  switch (word.toLowerCase()) {
    case 'sqlplus':
    case 'rman':
    case 'exp':
    case 'imp':
    case 'expdp':
    case 'impdp':
      return oracleLogin(scan, end);
    case 'net':
      return netUse(scan, end);
    default:
      return 0;
  }
}

/**
 * The word after an option whose name says password.
 * @param unlike what it is not. @returns where scanning goes on, 0 where none stands.
 */
export function optionValue(scan: Scan, end: number, unlike = OPTION_OR_ADDRESS): number {
  if (scan.at(end) === COMMA && scan.at(end + 1) === 0x20) return listedValue(scan, end + 2);
  if (scan.at(end) !== 0x20 && scan.at(end) !== 0x09) return 0;
  return maskWord(scan, skipBlanks(scan, end, 8), unlike);
}

/** [tool, --password, x, --verbose]: the arguments of a command, as Java prints lists. */
function listedValue(scan: Scan, from: number): number {
  const value = /^[^\s,[\]"'()-][^\s,\]"']*(?=[,\]]| --?\w|\s*$)/.exec(
    scan.ascii(from, Math.min(scan.lineEnd, from + 300)),
  )?.[0];
  if (value === undefined || isPlainWord(value)) return 0;
  scan.mask(from, from + value.length, 'command-line-secret');
  return from + value.length;
}

/** The same after an option whose name says key or token: files and words follow those as well. */
export function optionToken(scan: Scan, start: number, end: number): number {
  return optionValue(scan, end, NO_TOKEN) || plainToken(scan, start, end);
}

const TOKEN_OPTION =
  /^--?[\w-]*(?:token|(?:api|access|secret|private|master|account|auth)[_-]?key|[_-]secret)$/i;
/** Without a digit, and no word of every day or placeholder: the last on the line, or an option follows. */
const PLAIN_TOKEN =
  /^[ \t]+["']?(?<secret>(?=[\w-]*[a-z]|[A-Z]+\d)[A-Za-z][\w-]{5,})(?=["']?\s*$|["']? -{1,2}[a-z]|["'])/d;
const FOR_PEOPLE =
  /^(?:your|the|my|some|value|read|write|option|flag|argument|string|token|api-?key|file)(?:-|$)|-(?:file|path|name|id|only|env)$/i;

function plainToken(scan: Scan, start: number, end: number): number {
  const value = PLAIN_TOKEN.exec(textWithin(scan, start, end, Math.min(scan.lineEnd, end + 90)));
  const text = value?.groups?.secret;
  if (text === undefined || !TOKEN_OPTION.test(scan.ascii(start, end))) return 0;
  if (isPlainWord(text.toLowerCase()) || FOR_PEOPLE.test(text)) return 0;
  const from = end + (value?.indices?.groups?.secret?.[0] ?? 0);
  scan.mask(from, from + text.length, 'command-line-secret');
  return from + text.length;
}

function option(scan: Scan, start: number, end: number, word: string): number {
  const before = scan.ascii(scan.back, start);
  if (/^-clp$/i.test(word)) return optionValue(scan, end);
  if (word === '-p' || word === '-w' || word === '-P') {
    if (word === '-w' ? !/ldap\w+\s/.test(before) : !(LOGS_IN.test(before) || TAKES_USER.test(before)))
      return 0;
    return maskWord(
      scan,
      skipBlanks(scan, end, 8),
      word === '-p' && !/sshpass/.test(before) ? PORT_OR_PATH : /^-/,
    );
  }
  // mysql -psecret
  if (/^-p./.test(word) && TAKES_GLUED.test(before)) {
    const to = wordEnd(scan, start + 2);
    if (/^-p(?:ort|rotocol|assword|roc)/.test(word)) return 0;
    scan.mask(start + 2, to, 'command-line-secret');
    return to;
  }
  if (word === '-u' || word === '--user')
    return curlUser(scan, skipBlanks(scan, scan.at(end) === EQUALS ? end + 1 : end, 8), before);
  return 0;
}

/** curl -u user:password */
function curlUser(scan: Scan, from: number, before: string): number {
  const quoted = scan.at(from) === 0x22 || scan.at(from) === 0x27;
  const first = quoted ? from + 1 : from;
  let to = wordEnd(scan, first);
  const quote = scan.at(to);
  // user:'x y'
  if (!quoted && scan.at(to - 1) === COLON && (quote === 0x22 || quote === 0x27)) {
    do to += 1;
    while (to < scan.lineEnd && scan.at(to) !== quote);
    to += 1;
  }
  const text = scan.ascii(first, to);
  const colon = text.indexOf(':');
  // Long commands go on in the next line.
  const goesOn = /^\s*$/.test(before) && /\d|[a-z][A-Z]\w*[a-z][A-Z]/.test(text.slice(colon));
  if (!(goesOn || /curl|http|wget/.test(before)) || colon < 0 || colon === text.length - 1) return 0;
  const user = text.slice(0, colon);
  if (/^[$<{%]/.test(user) || /^["']?[$<{%]/.test(text.slice(colon + 1))) return 0;
  if (scan.shared.level !== 'off' && user !== '' && !isSharedAccount(user) && !isStandIn(user)) {
    scan.standIn(first, first + colon, 'user', 'user', user);
  }
  scan.mask(first + colon + 1, to, 'command-line-secret');
  return to;
}

/** sqlplus user/password@database, also after target, userid= and connect. */
function oracleLogin(scan: Scan, end: number): number {
  const rest = scan.ascii(end, Math.min(scan.lineEnd, end + 300));
  const login = /[\s="'](\w[\w$]*)\/(\\?"[^"]+"|[^\s/@"']+)(?=@|\s|["']|$)/.exec(rest);
  if (
    !login ||
    login[1] === undefined ||
    login[2] === undefined ||
    /^(?:as|bin|dev|home|opt|tmp|usr|var)$/i.test(login[1])
  ) {
    return 0;
  }
  const user = end + login.index + 1;
  const slash = user + login[1].length;
  if (scan.shared.level !== 'off' && !isSharedAccount(login[1]) && !isStandIn(login[1])) {
    scan.standIn(user, slash, 'user', 'user', login[1]);
  }
  scan.mask(slash + 1, slash + 1 + login[2].length, 'command-line-secret');
  return slash + 1 + login[2].length;
}

/** net use Z: \\host\share password /user:DOMAIN\user. */
function netUse(scan: Scan, end: number): number {
  const rest = scan.ascii(end, Math.min(scan.lineEnd, end + 400));
  const use = /^ use .*?\\\\[^\s\\]+\\\S+\s+(?:\/user:\S+\s+)?(?!\/)("[^"]+"|[^\s"<]+)/i.exec(rest);
  if (!use || use[1] === undefined || use[1] === '*') return 0;
  const from = end + use.index + use[0].length - use[1].length;
  scan.later(from, from + use[1].length);
  return 0;
}

/** IDENTIFIED BY "x". @param end of IDENTIFIED. */
export function identifiedBy(scan: Scan, end: number): number {
  const by = matches(scan, end, ' by ') ? end : passwordMethod(scan, end);
  if (by === 0) return 0;
  if (!/\b(?:user|role|link|connect|grant|near)\b/i.test(scan.ascii(scan.back, end))) return 0;
  let from = skipBlanks(scan, by + 4, 8);
  if (matches(scan, from, 'values ')) from += 7;
  return maskWord(scan, from, /^(?:the|a|an|its|this|that|[a-z]+ly)$/);
}

/** IDENTIFIED WITH some_password BY "x". @returns the blank before BY or AS, 0 where none stands. */
function passwordMethod(scan: Scan, end: number): number {
  const method = /^ with ["'`]?\w+["'`]?(?= (?:by|as) )/i.exec(
    scan.ascii(end, Math.min(scan.lineEnd, end + 80)),
  );
  return method === null ? 0 : end + method[0].length;
}

/** 'it''s', 'it\'s': with the quotes within. @param to the first quote behind that at the beginning. */
function quotedEnd(scan: Scan, at: number, to: number): number {
  const text = scan.ascii(at, Math.min(scan.lineEnd, at + 120));
  const whole = /^(['"])(?:\\.|\1\1|(?!\1)[^\\])*\1(?=[\s;,)'"]|$)/.exec(text)?.[0];
  return whole === undefined ? to : at + whole.length - 1;
}

function maskWord(scan: Scan, at: number, unlike: RegExp): number {
  const quote = scan.at(at);
  if (quote === 0x22 || quote === 0x27) {
    let to = at + 1;
    while (to < scan.lineEnd && scan.at(to) !== quote) to += 1;
    if (to === at + 1) return 0;
    if (scan.at(to - 1) === 0x5c || scan.at(to + 1) === quote) to = quotedEnd(scan, at, to);
    scan.mask(at + 1, to, 'command-line-secret');
    return to;
  }
  const escaped = escapedQuote(scan, at);
  if (escaped > 0) {
    let to = at + escaped;
    while (to < scan.lineEnd && escapedQuote(scan, to) !== escaped) to += 1;
    if (to === at + escaped) return 0;
    scan.mask(at + escaped, to, 'command-line-secret');
    return to;
  }
  const to = wordEnd(scan, at);
  const word = scan.ascii(at, to);
  // --password requires a value, [-p password]
  const plain = word.replace(/[.,;:\]]+$/, '').toLowerCase();
  if (isPlainWord(plain) && (plain !== word || /^(?: [a-z-]|\])/.test(scan.ascii(to, to + 2)))) return 0;
  if (to === at || unlike.test(word) || NO_WORD.test(word)) return 0;
  if (isDigit(quote) && unlike.test(word)) return 0;
  scan.mask(at, to, 'command-line-secret');
  return to;
}

/** The next blank or quote, or where what encloses the command line ends. */
function wordEnd(scan: Scan, from: number): number {
  let to = from;
  while (
    to < scan.lineEnd &&
    scan.at(to) > 0x20 &&
    scan.at(to) !== 0x22 &&
    scan.at(to) !== 0x27 &&
    scan.at(to) !== 0x60 &&
    escapedQuote(scan, to) === 0
  )
    to += 1;
  return Math.min(to, from + textWithin(scan, from, from, to + 1).length);
}
