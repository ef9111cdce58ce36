// Rule: IPv4 addresses, told from versions, which look the same. Runs in the engine's process.
import { encodedForms } from '../encoding/legacy-bytes.ts';
import { BITS, DIGIT, isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';

const DOT = 0x2e;
const HYPHEN = 0x2d;

/** Words before a version, and before an address: the nearest one decides. */
const VERSION_WORDS =
  /^(?:v|ver|vers|version|versions|versioned|build|builds|release|released|rel|rev|revision|sp|kb|patch|patchlevel|hotfix|update|updated|upgrade|upgraded|upgrading|driver|firmware|fw|bios|microcode|kernel|sdk|jdk|jre|java|openjdk|assembly|fileversion|productversion|assemblyversion|swversion|agentversion|package|pkg|edition|dotnet|framework|chrome|chromium|safari|firefox|edg|edge|opr|opera|mozilla|applewebkit|curl|wget|openssl|api|abi|oid|szversion|level|[\w.-]*\.(?:dll|exe|sys|so|jar|cab|msi|msp|rpm|deb|drv|ocx|ko))$/i;
const ADDRESS_WORDS =
  /^(?:ip|ips|ipv4|ipaddr|ipaddress|addr|address|addresses|host|hostname|from|to|at|on|via|gateway|gw|dns|server|client|peer|remote|local|src|dst|source|dest|destination|connect|connected|connecting|connection|ping|pinged|nameserver|subnet|network|net|netmask|interface|inet|bind|listen|listening|node|proxy|machine|between|through|udp|tcp|http|https|ssh|route|target|endpoint|ma|mediaagent|commserve)$/i;
const FOLLOWS_VERSION = /^[ ]?(?:\(?(?:sp\d|build|service pack|fr\d|rc\d|beta|alpha|hotfix)|\+)/i;

/**
 * Replaces the addresses in a run.
 * @returns the end of the run where it held one, else 0.
 */
export function ipv4InRun(scan: Scan, start: number, end: number): number {
  let replaced = 0;
  for (let at = start; at < end; ) {
    const before = scan.at(at - 1);
    if (!isDigit(scan.at(at)) || isWord(before) || before === DOT) {
      at += 1;
      continue;
    }
    const size = quadLength(scan, at);
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

/** Bytes of the address that begins here, 0 where there is none. */
export function quadLength(scan: Scan, from: number): number {
  let at = from;
  for (let part = 0; part < 4; part += 1) {
    let value = 0;
    const first = at;
    while (at < first + 4 && BITS[scan.at(at)] === DIGIT) {
      value = value * 10 + scan.at(at) - 0x30;
      at += 1;
    }
    if (at === first || at > first + 3 || value > 255) return 0;
    if (part < 3) {
      if (scan.at(at) !== DOT) return 0;
      at += 1;
    }
  }
  const next = scan.at(at);
  if (isWord(next)) return 0;
  return next === DOT && isDigit(scan.at(at + 1)) ? 0 : at - from;
}

/** Replaces it unless it is a version, or an address of no machine. */
function replaceAddress(scan: Scan, from: number, to: number): boolean {
  const octets = scan.ascii(from, to).split('.').map(Number) as [number, number, number, number];
  if (isNobodys(octets) || isVersion(scan, from, to, octets)) return false;
  scan.standIn(from, to, 'ipv4', 'ipv4', octets.join('.'));
  return true;
}

/** Loopback, wildcard, broadcast, netmask. */
export function isNobodys([a, b]: readonly [number, number, number, number]): boolean {
  return a === 0 || a === 127 || (a === 255 && (b === 255 || b === 0)) || (a === 255 && b >= 128);
}

function isVersion(scan: Scan, from: number, to: number, octets: readonly number[]): boolean {
  const before = scan.at(from - 1);
  if (before === 0x2f && scan.at(from - 2) === 0x2f) return false;
  if (before === 0x5c || before === 0x40) return false;
  const [a, b, c, d] = octets as [number, number, number, number];
  if (/^0\d/.test(scan.ascii(from, to))) return true;
  const text = scan.ascii(Math.max(scan.back, from - 64), from);
  const after = scan.ascii(to, Math.min(scan.lineEnd, to + 16));
  const port = /^:\d{2,5}(?!\d)/.test(after);
  if (port && isPrivate(a, b)) return false;
  const word = decisiveWord(text, a === 11 && b <= 60 ? 1 : 4);
  if (word === 'address') return false;
  if (word === 'version' || FOLLOWS_VERSION.test(after)) return true;
  if (port || /^\/\d{1,2}(?!\d)/.test(after)) return false;
  // 1.2.3.4-5 is a package's revision unless it is a range of addresses.
  if (
    scan.at(to) === HYPHEN &&
    isDigit(scan.at(to + 1)) &&
    !isPrivate(a, b) &&
    quadLength(scan, to + 1) === 0
  )
    return true;
  if (/[-_]$/.test(text) && /[A-Za-z][-_]$/.test(text) && !isPrivate(a, b)) return true;
  // Assemblies count 4.0.0.0; the product's own versions are 11.0.80.160 and the like.
  if (c === 0 && d === 0 && a < 32) return true;
  if (a < 10 && !(d > 0 && c > 0 && b > 0 && a >= 1 && octets.some((octet) => octet > 40))) return true;
  return a === 11 && b <= 60;
}

function isPrivate(a: number, b: number): boolean {
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
}

/** As the scanner's view of a text has them. */
const CHINESE_VERSION = ['版本', '版本号', '补丁']
  .flatMap(encodedForms)
  .map((word) => word.toString('latin1'));

type Verdict = 'version' | 'address' | undefined;
const verdicts = new Map<string, Verdict>();

/** Remembered, because logs repeat their words. */
function verdictOf(word: string): Verdict {
  if (verdicts.has(word)) return verdicts.get(word);
  const bare = word.replace(/[\d._-]+$/, '');
  let verdict: Verdict;
  if (VERSION_WORDS.test(word) || VERSION_WORDS.test(bare) || /version$/i.test(word)) verdict = 'version';
  else if (ADDRESS_WORDS.test(word) || /(?:ip|addr|address|host)$/i.test(bare)) verdict = 'address';
  if (verdicts.size > 20_000) verdicts.clear();
  verdicts.set(word, verdict);
  return verdict;
}

/**
 * What the nearest telling word before says.
 * @param text what stands before, on the same line. @param reach how many words back one may speak for an address.
 */
function decisiveWord(text: string, reach: number): Verdict {
  let end = text.length;
  for (let seen = 0; seen < 4; ) {
    while (end > 0 && !isWordChar(text.charCodeAt(end - 1))) {
      const char = text[end - 1];
      if (char === ',' || char === ';' || char === '|') end = -1;
      end -= 1;
    }
    if (end <= 0) break;
    let start = end;
    while (start > 0 && isWordChar(text.charCodeAt(start - 1))) start -= 1;
    const verdict = verdictOf(text.slice(start, end));
    if (verdict === 'version') return 'version';
    if (verdict === 'address' && seen < reach) return 'address';
    if (!isDigit(text.charCodeAt(start))) seen += 1;
    end = start;
  }
  const bare = text.replace(/(?:\s|[:=]|\xef\xbc\x9a|\xa3\xba)+$/, '');
  return CHINESE_VERSION.some((word) => bare.endsWith(word)) ? 'version' : undefined;
}

function isWordChar(code: number): boolean {
  return BITS[code] !== undefined && BITS[code] !== 0;
}
