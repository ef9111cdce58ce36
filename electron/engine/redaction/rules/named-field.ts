// Rule: values of fields whose name says host, user, domain and the like, where the value is a plain name. Addresses and
// accounts with domains are left to their own rules. Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { isDistinctive, isGuid, isOrdinary, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { BITS, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/sense.ts';
import { Question } from '../scan/token-memory.ts';
import type { StandInKind } from '../stand-in-kind.ts';
import { domainUser } from './account.ts';
import { domainName, domainStandIn } from './domain-name.ts';
import { findValue } from './field-value.ts';
import { learnComputer, learnHost, learnUser } from './learn.ts';
import {
  enclosedValue,
  found,
  isEscapedTab,
  isWidePause,
  LONGEST_NAME_VALUE,
  matches,
  set,
} from './value-end.ts';

const OPEN = 0x28;
const CLOSE = 0x29;
const KINDS: Readonly<Record<number, readonly [rule: RedactionRule, kind: StandInKind]>> = {
  [Sense.host]: ['host', 'host'],
  [Sense.user]: ['user', 'user'],
  [Sense.domain]: ['domain', 'domain'],
  [Sense.database]: ['database', 'database'],
  [Sense.policy]: ['policy', 'policy'],
  [Sense.barcode]: ['barcode', 'barcode'],
  [Sense.serial]: ['serial', 'serial'],
};

/** @returns where scanning goes on, 0 where no name stands that only its field tells. */
export function namedField(scan: Scan, start: number, end: number, sense: number): number {
  const [rule, kind] = KINDS[sense] ?? [];
  if (rule === undefined || kind === undefined) return 0;
  if (!findValue(scan, start, end, LONGEST_NAME_VALUE) && !isSaid(scan, end) && !isAngled(scan, end))
    return 0;
  const { from, enclosed, sign, spaced } = found;
  const to = enclosed ? trimmedEnd(scan, from, found.to) : nameEnd(scan, from, found.to);
  if (to <= from || to - from > 120 || from < scan.decided) return 0;
  const person = sense === Sense.user && sign === ':' && !enclosed ? personAtEnd(scan, from, to) : 0;
  if (person > 0) return person;
  // The next line of a quoted text begins.
  const isEscaped = isEscapedTab(scan, from - 2) && scan.at(to) === 0x5c && scan.at(to + 1) !== 0x5c;
  if (scan.at(to) === 0x5c && !isEscaped && sense !== Sense.policy && sense !== Sense.database) {
    if (enclosed) return 0;
    return sense === Sense.host ? hostOf(scan, from, to - from) : domainUser(scan, from, to, true);
  }
  const next = scan.at(to);
  if (next === 0x3a && matches(scan, to, '://')) return 0;
  if (next === 0x28 || (next === 0x40 && isWord(scan.at(to + 1)))) return 0;
  // Programs assign; settings stand at the margin, have no blanks, are a literal alone in its line, or their name has two words.
  const assigned =
    sign === '=' &&
    spaced &&
    start !== scan.lineStart &&
    !(scan.at(start - 1) === OPEN && scan.at(to) === CLOSE) &&
    !hasTwoWords(scan, start, end) &&
    !(enclosed && isAlone(scan, start, to)) &&
    !isListed(scan, to) &&
    !isSetting(scan, start, end, from, to);
  const strong =
    !assigned &&
    (enclosed ||
      isEscaped ||
      sign !== ':' ||
      !spaced ||
      isLastOfLine(scan, to) ||
      (sense === Sense.host && isBeforePort(scan, to)) ||
      (hasTwoWords(scan, start, end) && /^\.(?:\s|$)/.test(scan.ascii(to, Math.min(scan.lineEnd, to + 2)))) ||
      (isBeforeField(scan, to) &&
        (hasTwoWords(scan, start, end) || sense === Sense.domain || isUnlikeWords(scan.ascii(from, to)))) ||
      (sense === Sense.user && isPersonOf(scan, start, end, from, to)));
  const plain = sign === '=' && spaced;
  const question =
    Question.field | (sense << 4) | (strong ? 512 : 0) | (enclosed ? 1024 : 0) | (plain ? 2048 : 0);
  const seen = scan.remembered(from, to, question);
  if (seen) return scan.follow(from, seen);
  const name = scan.name(from, to);
  const backslash = name.indexOf('\\');
  if (
    backslash > 0 &&
    /^[\w.-]+\\{1,2}[^\\/]+$/.test(name) &&
    (sense === Sense.user || sense === Sense.host)
  ) {
    return sense === Sense.host
      ? hostOf(scan, from, backslash)
      : domainUser(scan, from, from + backslash, true);
  }
  // proxy: options.proxy
  const isMember = name.includes('.') && name.endsWith(`.${scan.ascii(start, end)}`);
  if (isMember || !mayBeName(name, sense) || isStandIn(name) || (!strong && !isDistinctive(name)))
    return scan.stays(from, to, question);
  const size = to - from;
  if (sense === Sense.host || sense === Sense.domain) {
    const parts = name.includes('.')
      ? (domainName(name, false) ??
        (strong && (!plain || isRealm(name, sense)) ? domainName(name, true) : undefined))
      : undefined;
    if (parts) {
      const text = domainStandIn(scan, parts);
      if (parts.host !== '') learnHost(scan.shared, parts.host);
      return scan.decide(from, to, question, { rule: parts.host === '' ? 'domain' : 'host', text, size });
    }
    if (name.includes('.')) return scan.stays(from, to, question);
  }
  if (sense === Sense.user && !enclosed && /\..*\./.test(name)) return scan.stays(from, to, question);
  const text = scan.shared.standIns.standInFor(kind, name);
  if (sense === Sense.host) learnHost(scan.shared, name);
  if (sense === Sense.user && name.endsWith('$')) learnComputer(scan.shared, name.slice(0, -1));
  else if (sense === Sense.user) learnUser(scan.shared, name, false);
  return scan.decide(from, to, question, { rule, text, size });
}

/** SQL01\\INSTANCE: the machine is replaced, the instance stays. */
function hostOf(scan: Scan, from: number, size: number): number {
  const host = scan.ascii(from, from + size);
  if (isStandIn(host) || isOrdinary(host.toLowerCase()) || host.includes('.')) return 0;
  scan.standIn(from, from + size, 'host', 'host', host);
  learnHost(scan.shared, host);
  return from + size;
}

/** default_realm = CORP.LOCAL */
function isRealm(name: string, sense: number): boolean {
  return sense === Sense.domain && name === name.toUpperCase();
}

/** node.session.auth.username = chap7: a setting with a name of many parts, and a name with a digit. */
function isSetting(scan: Scan, start: number, end: number, from: number, to: number): boolean {
  return (
    /\..*\..*\./.test(scan.ascii(start, end)) && /^(?=.*[a-z])[\w-]*\d[\w-]*$/i.test(scan.ascii(from, to))
  );
}

/** The server name is 'srv7'. */
function isSaid(scan: Scan, end: number): boolean {
  if (!matches(scan, end, ' is ')) return false;
  const quote = scan.at(end + 4);
  return (quote === 0x22 || quote === 0x27) && enclosedValue(scan, end + 5, quote, 'quote');
}

/** Client <srv7> connected; User <name> is for people to fill in. */
function isAngled(scan: Scan, end: number): boolean {
  if (!matches(scan, end, ' <') || !isWord(scan.at(end + 2))) return false;
  const name = /^[\w.-]{3,64}(?=>)/.exec(scan.ascii(end + 2, Math.min(scan.lineEnd, end + 68)))?.[0];
  return (
    name !== undefined &&
    isUnlikeWords(name) &&
    !/(?:name|user|host|server|client|addr|fqdn|login|node|id)$/i.test(name) &&
    set(end + 2, end + 2 + name.length, 'quote', true)
  );
}

/** Username = x, IP = y: a list of fields in a line of a log. */
function isListed(scan: Scan, to: number): boolean {
  return (
    scan.at(to) === 0x2c && /^, [A-Z][\w ]{0,30} = /.test(scan.ascii(to, Math.min(scan.lineEnd, to + 36)))
  );
}

/** Nothing but blanks before and after it: TOML and HCL indent. */
function isAlone(scan: Scan, start: number, to: number): boolean {
  return (
    scan.back <= scan.lineStart &&
    /^\s*$/.test(scan.ascii(scan.lineStart, start)) &&
    /^["']\s*$/.test(scan.ascii(to, scan.lineEnd))
  );
}

/** Host name, client name: programs have no such variables. */
function hasTwoWords(scan: Scan, start: number, end: number): boolean {
  return (
    (/^(?:name|address|id|account)$/i.test(scan.ascii(start, Math.min(end, start + 8))) ||
      /^chap $/i.test(scan.ascii(start - 5, start))) &&
    scan.at(start - 1) === 0x20 &&
    isWord(scan.at(start - 2))
  );
}

/** The number of a thing, a word of programs, and what is numbered in letters of both kinds and digits. */
const NO_NAME =
  /^(?:[\da-f]{24,}|[A-Z]+(?:_[A-Z]+)+|(?=\w*[a-z]\w*[A-Z]\w*[a-z])(?=\w*\d\w*[A-Za-z]\w*\d)[A-Za-z\d]{16,})$/;

/** A name of the words of this field: no number, no word of programs, nothing of programs' own look. */
function mayBeName(name: string, sense: number): boolean {
  const small = name.toLowerCase();
  const free = sense === Sense.policy || sense === Sense.database;
  if (
    free
      ? !/^[\w\u0080-\uffff][^"<>|\t]*$/.test(name)
      : !/^[\w\u0080-\uffff][\w.$\u0080-\uffff -]*$/.test(name)
  )
    return false;
  if (!free && / {2}|^\S+ \S+ \S+ /.test(name)) return false;
  if (sense === Sense.serial || sense === Sense.barcode)
    return name.length >= 4 && /\d/.test(name) && !name.includes(' ');
  if (/^[\d.:_-]+$/.test(name) || name.length < 2) return false;
  if (sense === Sense.user && isSharedAccount(name)) return false;
  if (name.includes(' ') && small.split(' ').every((part) => isOrdinary(part) || /^\d+$/.test(part)))
    return false;
  if (/^(?:0x|\$|%|self\b|this\b|args\b)/.test(small) || /^__/.test(name)) return false;
  if (isOrdinary(small) || isGuid(name) || NO_NAME.test(name)) return false;
  // mail-01, cs-main-01: machines are named after what they do.
  if (sense === Sense.host && /^[a-z][a-z\d]*(?:-[a-z\d]+)*-?\d{1,4}$/.test(small) && small.includes('-'))
    return true;
  // svc_backup, backup-adm: of words, but one of them says that it is an account.
  if (sense === Sense.user && /(?:^|[_-])(?:svc|adm|dba|acct|oper|ops)(?:$|[_-])/.test(small)) return true;
  if (sense === Sense.user && /^(?:test|demo)[_-]?user\d*$/.test(small)) return true;
  // A member of a program: someName, some_name.
  return !small.split(/[_-]/).every((part) => isOrdinary(part) || /^\d*$/.test(part));
}

/** Without a trailing return or blank. */
function trimmedEnd(scan: Scan, from: number, end: number): number {
  let to = end;
  while (to > from && scan.at(to - 1) <= 0x20) to -= 1;
  return to;
}

/** Letters, digits, dots, hyphens, underscores and what is beyond ASCII. */
function plainEnd(scan: Scan, from: number, end: number): number {
  let to = from;
  while (to < end && (BITS[scan.at(to)] || scan.at(to) >= 0x80 || scan.at(to) === 0x24)) to += 1;
  while (to > from && (scan.at(to - 1) === 0x2e || scan.at(to - 1) === 0x2d)) to -= 1;
  return to;
}

/** host=lxbak07无法连接: the sentence goes on without a blank. */
function nameEnd(scan: Scan, from: number, end: number): number {
  const to = plainEnd(scan, from, end);
  let ascii = from;
  while (ascii < to && scan.at(ascii) < 0x80) ascii += 1;
  if (ascii === to || ascii === from || to - from > 120) return to;
  return /^[\u3000-\u9fff\uff00-\uff60]/.test(scan.name(ascii, to)) ? plainEnd(scan, from, ascii) : to;
}

/** Registered Owner: Li Si, to the end of the line. */
function personAtEnd(scan: Scan, from: number, to: number): number {
  if (scan.at(to) !== 0x20) return 0;
  const name = /^[A-Z][a-z'-]+ [A-Z][a-z'-]+(?=\s*$)/.exec(
    scan.ascii(from, Math.min(scan.lineEnd, from + 48)),
  )?.[0];
  if (name === undefined || name.split(' ').some((part) => isOrdinary(part.toLowerCase()))) return 0;
  scan.standIn(from, from + name.length, 'user', 'user', name);
  return from + name.length;
}

/** User: lisi streaming from: a name like no word, and what somebody does. */
function isPersonOf(scan: Scan, start: number, end: number, from: number, to: number): boolean {
  return (
    /^(?:user|username|login|account|owner)$/i.test(scan.ascii(start, end)) &&
    /^ (?:from|on|at|in|via|logged|has|was|is|\w+(?:ing|ed)) \S/.test(
      scan.ascii(to, Math.min(scan.lineEnd, to + 24)),
    ) &&
    isUnlikeWords(scan.ascii(from, to)) &&
    // Login: Drop versioned x
    !/^[A-Z][a-z]+$/.test(scan.ascii(from, to))
  );
}

/** A return, comma, semicolon, a bracket or tag that ends, a quote. */
const ENDS: ReadonlySet<number> = new Set([0x0d, 0x2c, 0x3b, 0x29, 0x5d, 0x7d, 0x3c, 0x22]);

/** Account Name: x Account Domain: y, as collectors of events write them into one line. */
function isBeforeField(scan: Scan, to: number): boolean {
  return /^\s{1,8}[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,3}:\s/.test(
    scan.ascii(to, Math.min(scan.lineEnd, to + 48)),
  );
}

/** Host: srv7:81 */
function isBeforePort(scan: Scan, to: number): boolean {
  return scan.at(to) === 0x3a && /^:\d{2,5}(?:\s|$)/.test(scan.ascii(to, Math.min(scan.lineEnd, to + 7)));
}

function isLastOfLine(scan: Scan, to: number): boolean {
  const byte = scan.at(to);
  return to >= scan.lineEnd || ENDS.has(byte) || isWidePause(scan, to) || matches(scan, to, '&lt;/');
}
