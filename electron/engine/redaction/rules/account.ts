// Rules: DOMAIN\user, users' folders in paths, \\host\share. Paths and escapes look alike and stay. Runs in the engine's process.
import {
  isDistinctive,
  isNumberedMachine,
  isOrdinary,
  isPlainWord,
  isSharedAccount,
  isSomeone,
  isStandIn,
} from '../names/name-worth.ts';
import { FILE_ENDINGS } from '../names/public-names.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { BITS, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Question } from '../scan/token-memory.ts';
import { domainName, domainStandIn } from './domain-name.ts';
import { learnHost, learnUser } from './learn.ts';
import { quadLength } from './quad.ts';
import { matches } from './value-end.ts';

const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const DOT = 0x2e;
const COLON = 0x3a;
const DOLLAR = 0x24;
const FOLDERS = new Set(
  'bin lib etc log logs temp tmp data conf config src doc docs base system32 drivers system software users windows sys var usr opt share shares'.split(
    ' ',
  ),
);
/** Words that examples and small sites call their Windows domain. */
const PLAIN_DOMAINS = new Set('DOMAIN WORKGROUP COMPANY OFFICE GROUP BANK LOCAL HOME'.split(' '));
/** First parts of registry paths and of accounts that Windows has itself. */
const WINDOWS_ROOTS =
  /^(?:hkey_\w+|hk(?:lm|cu|cr|u|cc|pd)|builtin|authority|service|apppool|software|system|security|sam|windows|winnt|manager|host)$/i;

/**
 * @param start of a run that a backslash follows at `end`.
 * @returns where scanning goes on, 0 where no account stands.
 */
export function domainUser(scan: Scan, start: number, end: number, certain: boolean): number {
  let from = start;
  while (from < end && !isWord(scan.at(from))) from += 1;
  if (from === end) return localUser(scan, start, end);
  const before = scan.at(from - 1);
  if (
    before === BACKSLASH ||
    before === SLASH ||
    (before === COLON &&
      scan.at(from - 2) !== 0x20 &&
      !certain &&
      isWord(scan.at(from - 2)) &&
      !isWord(scan.at(from - 3)))
  )
    return 0;
  // $env:USERPROFILE\x is a path.
  if (before === COLON && matches(scan, from - 5, '$env')) return 0;
  const userFrom = scan.at(end + 1) === BACKSLASH ? end + 2 : end + 1;
  if (scan.at(userFrom) === BACKSLASH) return 0;
  const to = accountEnd(scan, userFrom);
  if (to === userFrom || to - userFrom > 64) return 0;
  const after = scan.at(to);
  if ((after === BACKSLASH && !isEscapedQuote(scan, to)) || after === SLASH || after === 0x2a) return 0;
  const isBetween = before === 0x2c && after === 0x2c;
  const question =
    Question.account | (certain ? 16 : 0) | (isBetween ? 64 : 0) | (userFrom - end > 1 ? 32 : 0);
  const seen = scan.remembered(from, to, question);
  if (seen) return scan.follow(from, seen);
  const domain = scan.ascii(from, end);
  const user = scan.name(userFrom, to);
  const known = scan.shared.names.has(domain.toLowerCase());
  const isListed = isBetween && isUnlikeWords(domain) && isUnlikeWords(user);
  if (!certain && !known && !isListed && !looksLikeAccount(domain, user, userFrom - end))
    return scan.stays(from, to, question);
  if (WINDOWS_ROOTS.test(domain) || isStandIn(domain) || isDevice(scan, domain, end))
    return scan.stays(from, to, question);
  const account = isSharedAccount(user) ? user : scan.shared.standIns.standInFor('user', user);
  const separator = scan.ascii(end, userFrom);
  const text = `${domainPart(scan, domain)}${separator}${account}`;
  learnUser(scan.shared, user, true);
  return scan.decide(from, to, question, { rule: 'user', text, size: to - from });
}

const ENUMERATORS =
  /^(?:pci|usb|usbstor|scsi|hid|acpi|hdaudio|root|storage|swd?|ide|display|mpio|nvme|umb|bth\w*|vmbus|xenbus|virtio)$/i;

/** PCI\VEN_1077&DEV_2261\…, as Windows calls devices. */
function isDevice(scan: Scan, domain: string, end: number): boolean {
  return (
    ENUMERATORS.test(domain) &&
    /^\\{1,2}(?:(?:VEN|VID|DEV|FUNC|CTLR)_|\{|(?:disk|cdrom|sequential|changer|tape|volume|\w+&\w*)(?:&|\\|$))/i.test(
      scan.ascii(end, Math.min(scan.lineEnd, end + 40)),
    )
  );
}

/** What stands before an account of this machine. */
const BEFORE_LOCAL =
  /(?:user(?:name)?|account|log[io]n|principal|owner|identity|objectname|start_?name|obj|\b(?:as|by|for|from|-u(?:ser)?))(?: name| id)?["'\]]?\s{0,3}[:=]{0,2}>?\s{0,3}["'[(]?$/i;

/** .\lisi; .\bin is a folder. @param end of the run before the backslash. */
function localUser(scan: Scan, start: number, end: number): number {
  if (end - start !== 1 || scan.at(start) !== DOT || isWord(scan.at(start - 1))) return 0;
  const from = scan.at(end + 1) === BACKSLASH ? end + 2 : end + 1;
  const to = accountEnd(scan, from);
  const next = scan.at(to);
  const name = scan.name(from, to);
  if (to - from < 3 || next === BACKSLASH || next === SLASH || next === 0x2a) return 0;
  if (!BEFORE_LOCAL.test(scan.ascii(Math.max(scan.back, start - 24), start))) return 0;
  if (!isSomeone(name) || FILE_ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) return 0;
  scan.standIn(from, to, 'user', 'user', name);
  learnUser(scan.shared, name, true);
  return to;
}

function domainPart(scan: Scan, domain: string): string {
  const { standIns, names } = scan.shared;
  const parts = domainName(domain, true);
  if (parts)
    return domainStandIn(scan, {
      host: '',
      inner: parts.host === '' ? [] : [parts.host, ...parts.inner],
      domain: parts.domain,
    });
  // HOST\user is a local account, HOST\INSTANCE a database server.
  if (names.has(domain.toLowerCase())) return standIns.standInFor('host', domain);
  return isPlainWord(domain.toLowerCase()) && domain !== domain.toUpperCase()
    ? domain
    : standIns.standInFor('domain', domain);
}

/** Where nothing says so: a Windows domain in capitals, or a domain name, before something that is no file and no folder. */
function looksLikeAccount(domain: string, user: string, separators: number): boolean {
  const small = user.toLowerCase();
  if (domainName(domain, domain === domain.toUpperCase())) return true;
  if (/^[a-z][a-z\d-]{1,14}$/i.test(domain) && isFirstAndLast(user)) return true;
  if (!/^[A-Z][A-Z0-9-]{1,14}$/.test(domain)) return false;
  if (isPlainWord(domain.toLowerCase()) && !(PLAIN_DOMAINS.has(domain) || isDistinctive(user))) return false;
  if (FOLDERS.has(small) || FILE_ENDINGS.has(small.slice(small.lastIndexOf('.') + 1))) return false;
  // FOO\nbar is a line end more often than an account; NTDOM\nina is neither in logs of other form.
  if (separators === 1 && /^[nrt](?:[A-Z\d]|$)/.test(user)) return false;
  return user.length > 1 && /^[A-Za-z\u0080-\uffff]/.test(user);
}

/** z.wang, Zita.Wagner: no file and no word of programs is called so. */
function isFirstAndLast(user: string): boolean {
  const [first = '', last = '', more] = user.toLowerCase().split('.');
  return (
    more === undefined &&
    /^[a-z]+$/.test(first) &&
    /^[a-z]{3,}$/.test(last) &&
    !FILE_ENDINGS.has(last) &&
    !isOrdinary(last) &&
    (first.length === 1 || (first.length > 1 && !isOrdinary(first) && isUnlikeWords(last)))
  );
}

function accountEnd(scan: Scan, from: number): number {
  let to = from;
  while (to < scan.lineEnd && (BITS[scan.at(to)] || scan.at(to) === DOLLAR || scan.at(to) >= 0x80)) to += 1;
  while (to > from && (scan.at(to - 1) === 0x2e || scan.at(to - 1) === 0x2d)) to -= 1;
  return to;
}

function isEscapedQuote(scan: Scan, at: number): boolean {
  const next = scan.at(at + 1);
  return next === 0x22 || next === 0x6e || next === 0x72;
}

/** C:\Users\x, C:\Documents and Settings\x, /home/x, /Users/x. @param end of the run that names the folder. */
export function userFolder(scan: Scan, start: number, end: number): number {
  // homes$ is a share that is not shown.
  const nameEnd = scan.at(end) === DOLLAR ? end + 1 : end;
  const separator = scan.at(nameEnd);
  if (separator !== BACKSLASH && separator !== SLASH) return 0;
  const before = scan.at(start - 1);
  const word = scan.ascii(start, end).toLowerCase();
  if (word === 'settings') {
    if (scan.ascii(Math.max(scan.back, start - 14), start).toLowerCase() !== 'documents and ') return 0;
  } else if (
    separator === SLASH &&
    (before !== SLASH || isWord(scan.at(start - 2)) || scan.at(start - 2) === 0x7d)
  ) {
    // /home of a web address is none, C:/Users is one.
    if (before !== SLASH || !(scan.at(start - 2) === COLON)) return 0;
  } else if (separator === BACKSLASH && before !== BACKSLASH && before !== SLASH) {
    return 0;
  }
  let from = nameEnd + 1;
  if (scan.at(from) === BACKSLASH) from += 1;
  let to = accountEnd(scan, from);
  // First and last name: only where the path goes on.
  const wide = personEnd(scan, to);
  if (wide > to) to = wide;
  if (to === from) return 0;
  const user = scan.name(from, to);
  const small = user.toLowerCase();
  if (isSharedAccount(user) || isStandIn(user) || small === 'all users' || small === 'default user') return 0;
  if (
    separator === SLASH &&
    (small === 'linuxbrew' ||
      (FILE_ENDINGS.has(small.slice(small.lastIndexOf('.') + 1)) && small.includes('.')))
  )
    return 0;
  scan.standIn(from, to, 'user', 'user', user);
  learnUser(scan.shared, user, true);
  return to;
}

function personEnd(scan: Scan, from: number): number {
  if (scan.at(from) !== 0x20) return from;
  let to = from + 1;
  while (to < from + 32 && (BITS[scan.at(to)] || scan.at(to) === 0x20 || scan.at(to) >= 0x80)) to += 1;
  return scan.at(to) === BACKSLASH && scan.at(from - 1) !== BACKSLASH ? to : from;
}

/**
 * \\host\share, \\?\UNC\host\share, and both with doubled backslashes.
 * @param at the first of at least two backslashes.
 */
export function uncPath(scan: Scan, at: number): number {
  const before = scan.at(at - 1);
  if (isWord(before) || before === COLON || before === BACKSLASH || before === DOLLAR) return 0;
  let from = at + 2;
  let width = 1;
  if (scan.at(from) === BACKSLASH && scan.at(from + 1) === BACKSLASH) {
    width = 2;
    from += 2;
  }
  if (scan.at(from) === 0x3f || scan.at(from) === 0x2e) {
    const prefix = from + 1 + width;
    if (scan.ascii(prefix, prefix + 3).toUpperCase() !== 'UNC') return from;
    from = prefix + 3 + width;
  }
  let to = from;
  while (to < scan.lineEnd && (BITS[scan.at(to)] || scan.at(to) >= 0x80)) to += 1;
  if (to - from < 2 || quadLength(scan, from) > 0) return from;
  const isAlone = width === 1 && scan.at(to) <= 0x20 && before <= 0x20;
  const shared = scan.at(to) === BACKSLASH && to + 1 < scan.lineEnd && scan.at(to + 1) > 0x20;
  const question = Question.share | (shared ? 16 : 0) | (isAlone ? 32 : 0);
  const seen = scan.remembered(from, to, question);
  if (seen) return scan.follow(from, seen) || from;
  const host = scan.name(from, to);
  const small = host.toLowerCase();
  // \\u001a and \\x9c are characters.
  if (/^(?:u[\da-f]{4}|x[\da-f]{2})/i.test(host)) return from;
  if (isStandIn(host) || (isOrdinary(small) && !scan.shared.names.has(small))) return from;
  const parts = domainName(host, true);
  if (parts) {
    scan.replace(from, to, 'host', domainStandIn(scan, parts));
    return to;
  }
  if (
    !/^[a-z\u0080-\uffff\d]/i.test(host) ||
    (!shared &&
      !isDistinctive(host) &&
      !isNumberedMachine(host) &&
      !(isAlone && isUnlikeWords(host)) &&
      !scan.shared.names.has(small))
  )
    return from;
  const text = scan.shared.standIns.standInFor('host', host);
  learnHost(scan.shared, host);
  return scan.decide(from, to, question, { rule: 'host', text, size: to - from });
}
