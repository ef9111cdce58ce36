// Rule: names that a sentence tells: host bkp-07 is down, user jdoe not found, --username x. No sign stands between the word and
// the name, so the name must be unlike any word, follow an option, or the sentence must go on as it does behind a name. Runs in
// the engine's process.
import { isDistinctive, isNumberedMachine, isSomeone, isTellingName } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { BITS, isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/sense.ts';
import { domainUser } from './account.ts';
import { textWithin } from './enclosed-text.ts';
import { isNumberedRole } from './machine-name.ts';
import { takeHost, takeUser, toldNames } from './told-names.ts';
import { matches } from './value-end.ts';

const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN = 0x28;
/** How far a sentence is read behind a name, in bytes. */
const AHEAD = 48;
/** What is said of accounts and of nothing else: whose name it is needs no look of its own. */
const ACCOUNT_GOES_ON =
  /^(?: ?\(uid=| by [\w.-]{0,40}\(uid=| logged (?:in|on|out|off)\b| \[preauth\]| \d+\.\d+\.\d+\.\d+ port | from \S+ (?:port|ssh)| (?:added|removed|deleted|created|locked|unlocked|disabled|enabled|authenticated|connected|disconnected|executed|login|logon|IP(?= \d)|stored|retrieved|not found|not known|not in|no such|does not|unknown)\b| from (?:\d{1,3}\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|[\da-f]{0,4}:)|: (?:authenti|authori|password |no such|login |\d+ \()| \(login| to access | failed to (?:log|auth|connect))/i;
/** Where a sentence goes on behind a name as it does behind other things. */
const GOES_ON =
  /^(?:\s*$|[,;)\]]|\.(?:\s|$)| (?:from|on|at|via|failed|has|was|cannot|could|tried|attempted|issued|terminated)\b)/i;
const MACHINE_GOES_ON =
  /^(?:\s*$|[,;)\]]|\.(?:\s|$)| (?:from|on|at|via|is|has|was|failed|not|could|cannot|did|terminated)\b| \((?:Linux|AIX|Win|Sun|HP|TDP|DB2|VMware|Data P))/i;
const BEFORE_ACCOUNT =
  /(?:^\s*|\b(?:for|by|from|as|because|with|invalid|illegal|unknown|of|to) |[:;] |[([])$/i;
const BEFORE_MACHINE =
  /\b(?:on|to|from|of|for|with|against|via|at|by|contact(?:ing)?|reach(?:ing)?|resolv(?:e|ing)|pinging|lookup) (?:the )?$/i;

/**
 * host bkp-07 is down, --host bkp07, user svc_bkp2: no sign stands between the two, so the name must be unlike any word, or
 * follow an option.
 * @returns where scanning goes on, 0 where no such name stands.
 */
export function toldName(scan: Scan, start: number, end: number, sense: number): number {
  const told = toldNames(scan, start, end);
  if (told > 0 || scan.at(end) !== 0x20 || sense === Sense.domain) return told;
  const from = end + 1;
  let to = from;
  while (to < from + 80 && BITS[scan.at(to)]) to += 1;
  while (to > from && !isWord(scan.at(to - 1))) to -= 1;
  const next = scan.at(to);
  if (to - from < 3 || !isWord(scan.at(from))) return 0;
  // Server 2019
  if (sense === Sense.host && isNumber(scan, from, to)) return 0;
  if (next === BACKSLASH)
    return sense === Sense.user && scan.at(from) > 0x60 ? accountInSentence(scan, from, to) : 0;
  if (
    next === COLON
      ? sense === Sense.host && !isBeforeText(scan, start, to)
      : '@=/'.includes(String.fromCharCode(next))
  )
    return 0;
  if (next === OPEN && !matches(scan, to, '(uid=')) return 0;
  const name = scan.ascii(from, to);
  const isTold = isOption(scan, start)
    ? isOptionValue(scan, start, end, to)
    : ((next !== COLON || sense === Sense.host) && isInSentence(name, sense)) ||
      isFollowed(scan, start, name, to, sense);
  if (!isTold) return 0;
  return (sense === Sense.host ? takeHost(scan, from, to) : takeUser(scan, from, to)) ? to : 0;
}

function isNumber(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isDigit(scan.at(at))) return false;
  return true;
}

/** from client bkp07: text, as against host bkp07:8400. */
function isBeforeText(scan: Scan, start: number, to: number): boolean {
  if (scan.at(to + 1) !== 0x20) return false;
  const before = scan.ascii(Math.max(scan.back, start - 16), start);
  return BEFORE_MACHINE.test(before) || /[:;,\]] $/.test(before);
}

/** user corp\\x_y: small letters, but one word tells. */
function accountInSentence(scan: Scan, from: number, end: number): number {
  return /^\\{1,2}[a-z][\w-]*[._\d][\w.-]*(?:[\s.,;"')]|$)/i.test(
    scan.ascii(end, Math.min(scan.lineEnd, end + AHEAD)),
  )
    ? domainUser(scan, from, end, true)
    : 0;
}

/** Whether the sentence goes on as it does behind a name, and begins so. */
function isFollowed(scan: Scan, start: number, name: string, to: number, sense: number): boolean {
  const after = textWithin(scan, start, to, Math.min(scan.lineEnd, to + AHEAD));
  if (
    sense === Sense.user &&
    (ACCOUNT_GOES_ON.test(after) || (/^\s*$/.test(after) && matches(scan, start - 4, 'for ')))
  )
    return isSomeone(name);
  const [before, goesOn] =
    sense === Sense.user ? [BEFORE_ACCOUNT, GOES_ON] : [BEFORE_MACHINE, MACHINE_GOES_ON];
  return (
    goesOn.test(after) &&
    before.test(scan.ascii(Math.max(scan.back, start - 16), start)) &&
    isUnlikeWords(name)
  );
}

function isOption(scan: Scan, start: number): boolean {
  const before = scan.at(start - 1);
  return scan.at(start) === 0x2d && (before <= 0x20 || before === 0x22 || before === 0x27);
}

/** The value of --username: followed by nothing, by another option or by a quote; --user and --host are switches as often. */
function isOptionValue(scan: Scan, start: number, end: number, to: number): boolean {
  const option = scan.ascii(start, end).toLowerCase();
  const name = scan.ascii(end + 1, to);
  if (!isSomeone(name) || /^-+vm$/.test(option)) return false;
  if (isDistinctive(name) || isNumberedMachine(name)) return true;
  // --user x --password
  if (
    /^ +(?:--?pass|-[uUpP] |--(?:port|username|user) )/.test(scan.ascii(to, Math.min(scan.lineEnd, to + 14)))
  )
    return true;
  return (
    !/^--(?:user|host)$/.test(option) &&
    /^(?:\s*$| +-|["';|&])/.test(textWithin(scan, start, to, Math.min(scan.lineEnd, to + 8)))
  );
}

/** host srvzeta3 is down. */
const ONE_DIGIT = /^[a-z]{4,}\d$/i;

/** A name unlike any word: of machines those with numbers, of people bkp_admin07 and first.last. */
function isInSentence(name: string, sense: number): boolean {
  if (sense === Sense.host)
    return (
      isNumberedMachine(name) ||
      isNumberedRole(name) ||
      ((isDistinctive(name) || (ONE_DIGIT.test(name) && isUnlikeWords(name))) && isTellingName(name))
    );
  return (
    (isDistinctive(name) || (/^[a-z]{5,}\d$/.test(name) && isUnlikeWords(name))) &&
    isTellingName(name) &&
    /^(?:[a-z][a-z_]+\d{1,4}|[a-z][a-z_]*\.[a-z]{2,}\d{0,3})$/.test(name)
  );
}
