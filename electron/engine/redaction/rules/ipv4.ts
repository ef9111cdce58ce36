// Rule: IPv4 addresses, told from versions, which look the same. Runs in the engine's process.
import { encodedForms } from '../encoding/legacy-bytes.ts';
import { BITS, isDigit, isWord, LETTER } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { type Decision, Question, STAYS } from '../scan/token-memory.ts';
import { pastPercent } from './escape.ts';
import { hostBeforeAddress, hostBehindAddress } from './host-beside-address.ts';
import { isNobodys, octets, quadLength } from './quad.ts';
import { takeUser } from './told-names.ts';
import { matches } from './value-end.ts';

const DOT = 0x2e;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
/** How far before an address words may tell of it, in bytes. */
const FAR_BEFORE = 64;

/** Words before a version, and before an address: the nearest one decides. */
const VERSION_WORDS =
  /^(?:v|ver|vers|version|versions|versioned|build|builds|release|released|rel|rev|revision|sp|kb|patch|patchlevel|hotfix|update|updates|updated|hotfixes|patches|packages|upgrade|upgraded|upgrading|driver|firmware|bios|microcode|kernel|sdk|jdk|jre|java|openjdk|assembly|fileversion|productversion|assemblyversion|swversion|agentversion|package|pkg|edition|dotnet|rfc|section|sections|chapter|clause|appendix|framework|chrome|chromium|safari|firefox|edg|edge|opr|opera|mozilla|applewebkit|curl|wget|openssl|api|abi|oid|szversion|level|[\w.-]*\.(?:dll|exe|sys|so|jar|cab|msi|msp|rpm|deb|drv|ocx|ko))$/i;
const ADDRESS_WORDS =
  /^(?:ip|ips|ipv4|ipaddr|ipaddress|addr|address|addresses|host|hostname|from|to|at|on|via|gateway|gw|dns|server|client|peer|remote|local|src|dst|source|dest|destination|connect|connected|connecting|connection|ping|pinged|nameserver|subnet|network|net|netmask|interface|inet|bind|listen|listening|node|proxy|machine|between|through|udp|tcp|http|https|ssh|route|target|endpoint|origin|ma|mediaagent|commserve)$/i;
/** v1.27.11 has its number: another one behind it is none. */
const OWN_NUMBER = /^v\d+\.\d+\.\d+$/i;
const QUAD_ENDS = /(?:^|[^\d.])\d{1,3}(?:\.\d{1,3}){3}$/;
const FOLLOWS_VERSION = /^[ ]?(?:\(?(?:sp\d|build|service pack|fr\d|rc\d|beta|alpha|hotfix)|\+)/i;

/**
 * Replaces the addresses in a run.
 * @returns the end of the run where it held one, else 0.
 */
export function ipv4InRun(scan: Scan, start: number, end: number): number {
  let replaced = 0;
  const first = beginsBehindEscape(scan, start) ? start + 1 : pastPercent(scan, start);
  for (let at = first; at < end; ) {
    const before = scan.at(at - 1);
    if (!isDigit(scan.at(at)) || (at > first && isWord(before)) || before === DOT) {
      at += 1;
      continue;
    }
    const size = quadLength(scan, at) || withPort(scan, at);
    if (size === 0) {
      while (at < end && (isDigit(scan.at(at)) || scan.at(at) === DOT)) at += 1;
      continue;
    }
    const to = at + size;
    if (replaceAddress(scan, at, to)) replaced = to;
    at = to;
  }
  return replaced === 0 ? 0 : replaced;
}

/** \\n10.1.2.3 of a quoted text: no account begins so. */
function beginsBehindEscape(scan: Scan, start: number): boolean {
  const letter = scan.at(start);
  const isEscape = letter === 0x6e || letter === 0x72 || letter === 0x74;
  return isEscape && scan.at(start - 1) === 0x5c && isDigit(scan.at(start + 1));
}

/** 10.1.2.3.49152 > 10.1.2.4.443: of dumps of a network. @returns bytes of the address, 0 where it is none. */
function withPort(scan: Scan, at: number): number {
  const dot = at + digitsAt(scan, at);
  if (scan.at(dot) !== DOT || !isDigit(scan.at(dot + 1))) return 0;
  const isSecond = matches(scan, at - 3, ' > ');
  const text = scan.ascii(at, Math.min(scan.lineEnd, at + 28));
  const address = /^(\d{1,3}(?:\.\d{1,3}){3})\.\d{1,5}(?= > \d|:? )/.exec(text);
  if (address?.[1] === undefined || (!isSecond && text[address[0].length + 1] !== '>')) return 0;
  const parts = address[1].split('.').map(Number);
  if (parts.some((part) => part > 255)) return 0;
  parts.forEach((part, index) => {
    octets[index] = part;
  });
  return address[1].length;
}

/** Replaces it unless it is a version, or an address of no machine. */
function replaceAddress(scan: Scan, from: number, to: number): boolean {
  if (isNobodys(octets) || isVersion(scan, from, to)) return false;
  const address = scan.shared.standIns.standInForAddress(octets);
  hostBeforeAddress(scan, from, to);
  const atMargin = from === scan.lineStart;
  scan.replace(from, to, 'ipv4', address);
  if (atMargin) userBehind(scan, to);
  hostBehindAddress(scan, to);
  return true;
}

/** 10.1.2.3 - lisi [22/Nov/2026:10:15:30 +0800], of web servers. */
function userBehind(scan: Scan, to: number): void {
  if (!matches(scan, to, ' - ')) return;
  const user = /^ - ([A-Za-z][\w.$@-]*) \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/.exec(
    scan.ascii(to, Math.min(scan.lineEnd, to + 90)),
  )?.[1];
  if (user !== undefined && !user.includes('@')) takeUser(scan, to + 3, to + 3 + user.length);
}

/** Judges the address measured last. */
function isVersion(scan: Scan, from: number, to: number): boolean {
  const before = scan.at(from - 1);
  if (before === 0x2f && scan.at(from - 2) === 0x2f) return false;
  if (before === 0x5c || before === 0x40) return false;
  // The first thing of a line of a web server's log.
  if (from === scan.lineStart && (matches(scan, to, ' - ') || isTabulated(scan, to))) return false;
  if (isUpgraded(scan, from, to) || isPackage(scan, from, to)) return true;
  if (from === scan.lineStart && isHeading(scan, to)) return true;
  const [a, b, c, d] = octets;
  if (a < 10 && matches(scan, from - 6, 'linux ')) return true;
  // 8.8.8.8, as no version is counted.
  if (a > 3 && a === b && a === c && a === d) return false;
  const most = Math.max(a, b, c, d);
  // Nobody counts versions so; and what follows an address in a list is one.
  if ((a === 192 && b === 168) || isInList(scan, from) || isBracketed(scan, from, to)) return false;
  const portDigits = scan.at(to) === 0x3a ? digitsAt(scan, to + 1) : 0;
  const port = portDigits >= 2 && portDigits <= 5;
  if (port && isPrivate(a, b)) return false;
  const word = decisiveWord(scan, from, a === 11 && b <= 60 ? 1 : 4);
  if (scan.at(to) === PLUS && isWord(scan.at(to + 1))) return true;
  if (word === ADDRESS) return false;
  if (hasLeadingZero(scan, from, to)) return true;
  if (word === VERSION || goesOnAsVersion(scan, to)) return true;
  const maskDigits = scan.at(to) === 0x2f ? digitsAt(scan, to + 1) : 0;
  if (port || maskDigits === 1 || maskDigits === 2) return false;
  // 1.2.3.4-5 is a package's revision unless it is a range of addresses.
  if (
    scan.at(to) === HYPHEN &&
    isDigit(scan.at(to + 1)) &&
    !isPrivate(a, b) &&
    quadLength(scan, to + 1) === 0
  )
    return true;
  if ((before === HYPHEN || before === 0x5f) && isLetter(scan.at(from - 2)) && !isPrivate(a, b)) return true;
  // Assemblies count 4.0.0.0; the product's own versions are 11.0.80.160 and the like.
  if (c === 0 && d === 0 && a < 32) return true;
  if (a < 10 && !(d > 0 && c > 0 && b > 0 && a >= 1 && most > 40)) return true;
  return a === 11 && (b <= 60 || b === 80);
}

/** 10.3.2.1. Structure: a part of a document. */
function isHeading(scan: Scan, to: number): boolean {
  return (
    octets.every((octet) => octet < 40) &&
    /^\. [A-Z][a-z]/.test(scan.ascii(to, Math.min(scan.lineEnd, to + 4)))
  );
}

/** 10.1.2.3,10.1.2.4 and 10.1.2.3->10.1.2.4: the one before was replaced. */
function isInList(scan: Scan, from: number): boolean {
  const before = scan.at(from - 1);
  let end = from;
  if (before === 0x2c) end = from - 1;
  else if (before === 0x20 && scan.at(from - 2) === 0x2c) end = from - 2;
  else if (before === 0x3e && (scan.at(from - 2) === HYPHEN || scan.at(from - 2) === 0x3d)) end = from - 2;
  return (
    end < from &&
    scan.decided === end &&
    isDigit(scan.at(end - 1)) &&
    QUAD_ENDS.test(scan.ascii(Math.max(scan.back, end - 15), end))
  );
}

/** mail.x.org[10.1.2.3] and [10.1.2.3]:25 */
function isBracketed(scan: Scan, from: number, to: number): boolean {
  if (scan.at(from - 1) !== 0x5b || scan.at(to) !== 0x5d) return false;
  return isWord(scan.at(from - 2)) || (scan.at(to + 1) === 0x3a && isDigit(scan.at(to + 2)));
}

/** In a table of neighbours an age and a hardware address follow. */
function isTabulated(scan: Scan, to: number): boolean {
  return (
    matches(scan, to, '  ') &&
    /^ {2,24}[\d:.-]+ +(?:[\da-f]{4}\.[\da-f]{4}|[\da-f]{2}:[\da-f]{2}:)/i.test(
      scan.ascii(to, Math.min(scan.lineEnd, to + 64)),
    )
  );
}

/** upgraded to 5.9.211.32, updated the driver to 3.24.35.22; a record or a gateway that is updated has an address. */
const RAISED =
  /\b(?:(?:up|down)grad|updat|patch|bump|roll)\w*(?: (?!ip|\S*(?:dns|record|host|addr|gateway|server|route|network|node|client|machine|target|peer|endpoint|interface))\S+){0,3} to (?:version )?$/i;

/** upgraded from 11.80.120.4 to 11.80.160.2: words that otherwise tell of addresses. */
function isUpgraded(scan: Scan, from: number, to: number): boolean {
  const [a, b] = octets;
  if (a < 32 && !isPrivate(a, b) && matches(scan, from - 4, ' to ')) {
    if (RAISED.test(scan.ascii(Math.max(scan.lineStart, scan.back, from - FAR_BEFORE), from))) return true;
  }
  const isFrom = matches(scan, from - 5, 'from ');
  const isTo = isDigit(scan.at(from - 5)) && matches(scan, from - 4, ' to ');
  if (!isFrom && !isTo) return false;
  const before = scan.ascii(Math.max(scan.back, from - FAR_BEFORE), from);
  if (isFrom && !/^ to (?:version )?\d+\.\d+\.\d+\.\d/i.test(scan.ascii(to, to + 24))) return false;
  return /\b(?:up|down)grad\w* (?:\S+ )?from (?:version )?(?:[\d.]+ to (?:version )?)?$/i.test(before);
}

/** 10.02.00.104 */
function hasLeadingZero(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (scan.at(at) === 0x30 && isDigit(scan.at(at + 1)) && (at === from || scan.at(at - 1) === DOT))
      return true;
  }
  return false;
}

/** name-1.2.3.4.tar.gz, CVInstall_11.80.32.0.log */
function isPackage(scan: Scan, from: number, to: number): boolean {
  const before = scan.at(from - 1);
  if (scan.at(to) !== DOT || (before !== HYPHEN && before !== 0x5f) || !isWord(scan.at(from - 2)))
    return false;
  if (/(?:install|setup|update|patch|upgrade|version)[-_]$/i.test(scan.ascii(from - 9, from))) return true;
  return /^\.(?:tar|tgz|rpm|deb|zip|jar|msi|exe|msp|cab|whl|noarch|x86_64|i[36]86|el\d)\b/i.test(
    scan.ascii(to, to + 10),
  );
}

function isLetter(byte: number): boolean {
  return ((BITS[byte] ?? 0) & LETTER) !== 0;
}

/** How many digits stand here, seven at most. */
function digitsAt(scan: Scan, from: number): number {
  let at = from;
  while (at < from + 7 && isDigit(scan.at(at))) at += 1;
  return at - from;
}

/** SP12, (build 7), +4: a look at the first letter turns away almost everything. */
function goesOnAsVersion(scan: Scan, to: number): boolean {
  let at = to;
  if (scan.at(at) === 0x20) at += 1;
  if (scan.at(at) === 0x28) at += 1;
  const first = scan.at(at);
  if (first !== 0x2b && !'sbfrah'.includes(String.fromCharCode(first | 0x20))) return false;
  return FOLLOWS_VERSION.test(scan.ascii(to, Math.min(scan.lineEnd, to + 16)));
}

function isPrivate(a: number, b: number): boolean {
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
}

/** As the scanner's view of a text has them. */
const CHINESE_VERSION = ['版本', '版本号', '补丁']
  .flatMap(encodedForms)
  .map((word) => word.toString('latin1'));

const VERSION: Decision = { rule: 'ipv4', text: 'version', size: 0 };
const ADDRESS: Decision = { rule: 'ipv4', text: 'address', size: 0 };

/** What a word before an address says of it: {@link VERSION}, {@link ADDRESS} or nothing. */
function verdictOf(scan: Scan, from: number, to: number): Decision {
  const { memory } = scan.shared;
  const seen = memory.find(scan.bytes, from, to, Question.version, 0);
  if (seen) return seen;
  const word = scan.ascii(from, to);
  const bare = word.replace(/[\d._-]+$/, '');
  let verdict = STAYS;
  // fw111 is a firewall.
  if (
    VERSION_WORDS.test(word) ||
    (bare.length !== 2 && VERSION_WORDS.test(bare) && !OWN_NUMBER.test(word)) ||
    /^(?:sp|kb)\d*$/i.test(word) ||
    /version$/i.test(word)
  )
    verdict = VERSION;
  else if (ADDRESS_WORDS.test(word) || /(?:ip|addr|address|host|gateway|server|peer|origin)$/i.test(bare))
    verdict = ADDRESS;
  return memory.keep(scan.bytes, from, to, Question.version, 0, verdict);
}

/**
 * What the nearest telling word before says, on the same line and not across a comma.
 * @param reach how many words back one may speak for an address.
 */
function decisiveWord(scan: Scan, from: number, reach: number): Decision {
  const { bytes } = scan;
  const limit = Math.max(scan.back, from - FAR_BEFORE);
  let end = from;
  for (let seen = 0; seen < 4; ) {
    while (end > limit && BITS[bytes[end - 1] as number] === 0) {
      const byte = bytes[end - 1];
      if (byte === 0x2c || byte === 0x3b || byte === 0x7c) end = limit;
      else end -= 1;
    }
    if (end <= limit) break;
    let start = end;
    while (start > limit && BITS[bytes[start - 1] as number] !== 0) start -= 1;
    const verdict = verdictOf(scan, start, end);
    if (verdict === VERSION || (verdict === ADDRESS && seen < reach)) return verdict;
    if (!isDigit(bytes[start])) seen += 1;
    end = start;
  }
  return endsChinese(scan, limit, from) ? VERSION : STAYS;
}

/** Whether a Chinese word for versions stands directly before, perhaps with a colon. */
function endsChinese(scan: Scan, limit: number, from: number): boolean {
  let at = from;
  while (at > limit && (scan.at(at - 1) <= 0x20 || scan.at(at - 1) === 0x3a || scan.at(at - 1) === 0x3d))
    at -= 1;
  if (at === limit || scan.at(at - 1) < 0x80) return false;
  const bare = scan.ascii(limit, from).replace(/(?:\s|[:=]|\xef\xbc\x9a|\xa3\xba)+$/, '');
  return CHINESE_VERSION.some((word) => bare.endsWith(word));
}
