// Rules for where a line begins: the machine in a line of syslog, lines of hosts, passwd and group files, and the value of a
// field that the line before named. Runs in the engine's process.
import { isOrdinary } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { HEX } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { followingValue } from './following-value.ts';
import { insidePrivateKey } from './private-key.ts';
import { isNobodys } from './quad.ts';
import { take, takeHost, takeUser } from './told-names.ts';

const MOST = 300;
/** Nov 22 10:15:30 host program[42]: text; the number before it in angle brackets may be left out; the month in any language. */
const OLD_HEADER =
  /^(?:<\d{1,3}> ?)?(?:[A-Za-z][a-z]{2}| ?\d{1,2}[\x80-\xff]{2,3}) [ \d]?\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)? (?<host>\w[\w.-]*) (?:[\w./()@-]+(?:\[\d+\](?:\(\w+\))?:?|:) |\{"|last message repeated |message repeated |-- MARK)/d;
/** Nov 22 2026 10:15:30 CST host : %ASA-6-302013: text, of network devices. */
const DEVICE_HEADER =
  /^(?:<\d{1,3}>)? ?(?:\d+: )?[*.]?[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d)?(?: \d{4})?(?: [A-Z]{3,4})? (?<host>\w[\w.-]*) ?:? (?=%%?[A-Z\d])/d;
/** 2026-11-22T10:15:30+08:00 host program[42]: text, or <34>1 2026-…Z host program 42 ID text. */
const NEW_HEADER =
  /^(?:<\d{1,3}>(?:1 (?=\S+ \S+ \S+ \S+ \S+ ))?)?\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)? (?:<\d{1,3}(?:\.\d)?> )?(?<host>\w[\w.-]*)(?:\(id\d+\))? (?:[\w./()@-]+\[\d+\]: |\S+ (?:\d+|-) \S+ |\S+ \[\w+=)/d;
/** <30>2026:11:22-10:15:30 host program: text, of a firewall. */
const FIREWALL_HEADER = /^<\d{1,3}>\d{4}:\d\d:\d\d-\d\d:\d\d:\d\d (?<host>\w[\w.-]*) [\w./-]+(?:\[\d+\])?: /d;
/** 2026-11-22T10:15:30Z host program: text, of programs that have no number and are no program's words. */
const SYSTEM_HEADER =
  /^(?:<\d{1,3}>)?\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)? (?<host>\w[\w.-]*) (?:kernel|vmkernel|vmkwarning|hostd|vpxa|vpxd|vobd|fdm|rhttpproxy|sudo|su|esxupdate|dnsmasq|dhclient|[a-z-]{2,10}d): /di;
/** 2026-11-22 10:15:30,123 host program[42]: text */
const SPACED_HEADER =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[.,]\d{1,6})? (?<host>\w[\w.-]*) (?:[a-z][\w./()@-]*\[\d+\]|(?:kernel|vmkernel|systemd|sudo|su|rsyslogd|sshd|CRON)): /d;
/** Nov 22 10:15:30 host CEF:0|…, host id=firewall, and behind a number in angle brackets a host and whatever. */
const BARE_HEADER =
  /^(?:<\d{1,3}>(?:1 | )?(?:[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?) (?<host>[A-Za-z][\w.-]*)(?: \S|: \k<host>: )|[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d (?<host2>[A-Za-z][\w.-]*) (?:(?:CEF|LEEF):\d|\w+="?\w|\[|\d,\d{4}\/\d|\d\d\/\d\d\/\d{4} ))/d;
/** <166>30: host: 6340004: *Mar  4 11:45:20: %SEC-6-…, of network devices that name themselves first. */
const NAMED_HEADER =
  /^<\d{1,3}>(?:\d+: )?(?<host>[A-Za-z][\w.-]*): (?:\*?\w+: )?[*.]?(?:(?:\d{4} )?[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?)?\d\d:\d\d:\d\d(?:\.\d+)?(?: [A-Z]{3,4})?: %/d;
/** <134> 06/10/2026:14:23:01 GMT host 0-PPE-0 : text, of load balancers. */
const BALANCER_HEADER = /^<\d{1,3}> ?[\d/]{8,10}:\d\d:\d\d:\d\d [A-Z]{3} (?<host>[A-Za-z][\w.-]*) \d+-PPE-/d;
/** Sun Nov 22 10:15:30 CST [node: process: event:notice]: text, of storage arrays. */
const STORAGE_HEADER =
  /^(?:<\d{1,3}> ?)?(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d (?:[A-Z]{3} )?\[(?<host>[A-Za-z][\w.-]*): ?(?:[\w.-]+: ?)?[\w.-]+:\w+\]:/d;
/** 22-Nov 10:15 host JobId 12: text, of another backup product. */
const SHORT_HEADER = /^\d\d-[A-Z][a-z]{2}(?:-\d{4})? \d\d:\d\d (?<host>\w[\w.-]*)(?: JobId \d+)?: /d;
/** host:5432:database:user:password of pgpass. */
const PGPASS_LINE =
  /^(?:(?<host>[\w.-]+)|\*):(?:\d{2,5}|\*):(?:[\w*-]+):(?:(?<user>[\w.$-]+)|\*):(?<secret>[^\s:"'/]{3,})\s*$/d;
/** user:1001:LM hash:NT hash::: of accounts' dumps. */
const HASH_LINE =
  /^(?:[\w.-]+\\)?(?<user>[\w.$-]+):\d+:(?<secret>[\da-f]{32}):(?<secret2>[\da-f]{32})(?=:)/di;
/** user::DOMAIN:challenge:response:… of logons by NTLM; what is left of it is longer than the part of the line at hand. */
const CHALLENGE_LINE =
  /^(?<user>[\w.$-]+)::(?<domain>[\w.-]*):(?<secret>[\da-f]{16}:[\da-f]{32}(?::[\da-f]*)?|[\da-f]{32,48}:[\da-f]{32,48}:[\da-f]{16})(?![\w:])/di;
/** cluster::> and cluster::*> of a storage array's console. */
const CONSOLE_LINE = /^(?<host>[\w.-]+)::\*?>/d;
/** lisi:x:1005:1005:Li Si:/home/lisi:/bin/sh of passwd, wheel:x:10:lisi,wangwu of group. */
const ACCOUNT_LINE =
  /^(?<user>[a-z_][\w.-]*\$?):[x*!]{0,2}:\d+:(?:\d+:(?<user2>[^:]*):\/|(?<members>[\w.,-]*)\s*$)/d;
/** 10.1.2.3  srv.corp.example srv */
const HOSTS_LINE =
  /^(?<address>\d{1,3}(?:\.\d{1,3}){3})[ \t]+(?<names>[a-zA-Z][\w.-]+(?:[ \t]+[a-zA-Z][\w.-]+){0,5})[ \t]*(?:#.*)?\s*$/d;

/**
 * Asked only where `mayBeHeader` of walk.as.ts says so: what a pattern here begins with must be known there.
 * @param at where a line begins. @returns where scanning goes on.
 */
export function lineBegin(scan: Scan, at: number): number {
  scan.look(at);
  if (scan.inPrivateKey) return insidePrivateKey(scan, at);
  const line = scan.ascii(at, Math.min(scan.lineEnd, at + MOST));
  const told = followingValue(scan, at, line);
  if (told > 0) return told;
  if (secretLine(scan, at, line)) return scan.decided;
  if (scan.shared.level === 'off') return at;
  if (accountLine(scan, at, line) || hostsLine(scan, at, line)) return scan.decided;
  const header =
    OLD_HEADER.exec(line) ??
    DEVICE_HEADER.exec(line) ??
    FIREWALL_HEADER.exec(line) ??
    NEW_HEADER.exec(line) ??
    SPACED_HEADER.exec(line) ??
    SYSTEM_HEADER.exec(line) ??
    SHORT_HEADER.exec(line) ??
    STORAGE_HEADER.exec(line) ??
    BALANCER_HEADER.exec(line) ??
    NAMED_HEADER.exec(line) ??
    CONSOLE_LINE.exec(line);
  const host = header?.indices?.groups?.host ?? bareHost(line);
  if (host === undefined || !takeHost(scan, at + host[0], at + host[1])) return at;
  // Some write it twice: host: host: text.
  const again = host[1] + 2;
  const isTwice = line.startsWith(`: ${line.slice(...host)}: `, host[1]);
  if (isTwice) takeHost(scan, at + again, at + again + host[1] - host[0]);
  return scan.decided;
}

/** What no word is: a word may follow a time as well. */
function bareHost(line: string): [number, number] | undefined {
  const places = BARE_HEADER.exec(line)?.indices?.groups;
  const host = places?.host ?? places?.host2;
  const name = host === undefined ? '' : line.slice(...host);
  return /[a-z][\w.-]*\d/i.test(name) || isUnlikeWords(name) ? host : undefined;
}

/** Lines of pgpass and of accounts with their hashes. @returns whether it was one. */
function secretLine(scan: Scan, at: number, line: string): boolean {
  const challenge = CHALLENGE_LINE.exec(line);
  const places = (PGPASS_LINE.exec(line) ?? HASH_LINE.exec(line) ?? challenge)?.indices?.groups;
  if (places?.secret === undefined || /^\*+$/.test(line.slice(...places.secret))) return false;
  const named = scan.shared.level !== 'off';
  if (places.host && named) takeHost(scan, at + places.host[0], at + places.host[1]);
  if (places.user && named) takeUser(scan, at + places.user[0], at + places.user[1]);
  if (places.domain && places.domain[1] > places.domain[0] && named)
    take(scan, 'domain', at + places.domain[0], at + places.domain[1]);
  if (challenge !== null) {
    let to = at + places.secret[1];
    while (HEX[scan.at(to)] !== 255) to += 1;
    scan.mask(at + places.secret[0], to, 'password');
    return true;
  }
  for (const place of [places.secret, places.secret2]) {
    if (place !== undefined) scan.mask(at + place[0], at + place[1], 'password');
  }
  return true;
}

/** @returns whether it was one, and anything was replaced. */
function accountLine(scan: Scan, at: number, line: string): boolean {
  const places = ACCOUNT_LINE.exec(line)?.indices?.groups;
  if (places === undefined) return false;
  let taken = false;
  const take = (place: [number, number] | undefined) => {
    if (place && place[1] > place[0] && takeUser(scan, at + place[0], at + place[1])) taken = true;
  };
  take(places.user);
  take(places.user2);
  for (const member of wordsIn(line, places.members, /[^,]+/g)) take(member);
  return taken;
}

function hostsLine(scan: Scan, at: number, line: string): boolean {
  const match = HOSTS_LINE.exec(line);
  const places = match?.indices?.groups;
  if (places?.address === undefined) return false;
  const octets = line
    .slice(...places.address)
    .split('.')
    .map(Number) as [number, number, number, number];
  const names = wordsIn(line, places.names, /\S+/g);
  const areHosts = names.every(([from, to]) => mayBeHost(line.slice(from, to)));
  if (octets.some((octet) => octet > 255) || octets[0] === 255 || !areHosts) return false;
  const end = at + places.address[1];
  if (!isNobodys(octets)) scan.standIn(at, end, 'ipv4', 'ipv4', octets.join('.'));
  let taken = false;
  for (const [from, to] of names) if (takeHost(scan, at + from, at + to)) taken = true;
  return taken || !isNobodys(octets);
}

/** No word, and not written asWordsOfPrograms. */
function mayBeHost(name: string): boolean {
  if (/^(?:localhost|ip6-)/i.test(name)) return false;
  return !isOrdinary(name.toLowerCase()) && /^(?:[a-z][a-z\d.-]*|[A-Z][A-Z\d.-]*)$/.test(name);
}

function wordsIn(line: string, place: [number, number] | undefined, word: RegExp): [number, number][] {
  if (place === undefined) return [];
  return [...line.slice(...place).matchAll(word)].map(({ 0: { length }, index }) => [
    place[0] + index,
    place[0] + index + length,
  ]);
}
