// Rule: e-mail addresses and user principal names, and user@host of remote shells. Runs in the engine's process.
import { isDistinctive, isOrdinary, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { FILE_ENDINGS, SURE_ENDINGS } from '../names/public-names.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { BITS, isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Question } from '../scan/token-memory.ts';
import { domainName, domainStandIn } from './domain-name.ts';
import { isEscape } from './escape.ts';
import { learnHost, learnUser } from './learn.ts';
import { isNobodys, quadLength } from './quad.ts';

const AT = 0x40;
const DOT = 0x2e;
const PLUS = 0x2b;
const SLASH = 0x2f;
/** What services call themselves, beside ordinary words. */
const SERVICE =
  /^(?:host|http|hdfs|hive|ldap|cifs|krbtgt|nfs|imap|smtp|postgres|mssqlsvc|termsrv|rpcss|yarn|hbase|dns|gc|kadmin|zookeeper)$/i;
const CIPHER_DOMAINS = new Set(['openssh.com', 'libssh.org']);
const SITES_AND_FILES = new Set('pl pm py rs md sh so la in am mo at cc do st zip'.split(' '));

/**
 * @param start of a run that an at sign or a plus follows at `end`.
 * @returns where scanning goes on, 0 where no address stands.
 */
export function mailAddress(scan: Scan, start: number, end: number): number {
  let from = start;
  while (from < end && !isWord(scan.at(from))) from += 1;
  if (isEscape(scan, from)) from += 1;
  let at = end;
  while (at < end + 64 && (BITS[scan.at(at)] || scan.at(at) === PLUS)) at += 1;
  if (scan.at(at) !== AT || from === at || !BITS[scan.at(at + 1)]) return 0;
  const hostFrom = at + 1;
  let to = hostFrom;
  while (to < hostFrom + 256 && BITS[scan.at(to)]) to += 1;
  while (to > hostFrom && !isWord(scan.at(to - 1))) to -= 1;
  // lisi@CORP.LOCAL@10.1.2.3
  if (to === hostFrom || (scan.at(to) === AT && !isDigit(scan.at(to + 1)))) return 0;
  if (scan.at(from - 1) === SLASH || scan.at(from - 2) === SLASH) {
    const done = principal(scan, from, at, to);
    if (done > 0) return done;
  }
  const seen = scan.remembered(from, to, Question.mail);
  if (seen) return scan.follow(from, seen);
  const user = scan.ascii(from, at);
  const host = scan.ascii(hostFrom, to);
  if (isStandIn(user) && isStandIn(host)) return to;
  return host.includes('.') ? atDomain(scan, from, at, to, user, host) : atHost(scan, from, to, user, host);
}

function atDomain(scan: Scan, from: number, at: number, to: number, user: string, host: string): number {
  if (quadLength(scan, at + 1) === to - at - 1) {
    const octets = host.split('.').map(Number) as [number, number, number, number];
    if (isSharedAccount(user) || isNobodys(octets)) return 0;
    scan.standIn(from, at, 'user', 'user', user);
    return at + 1;
  }
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  if (!/^[a-z]{2,24}$/.test(ending) || host.includes('_')) return 0;
  if (FILE_ENDINGS.has(ending) && !SURE_ENDINGS.has(ending) && !isSite(ending, host)) return 0;
  const { standIns } = scan.shared;
  // aes128-gcm@openssh.com is how ciphers are named.
  if (CIPHER_DOMAINS.has(host)) return to;
  // The git server's account is everybody's, and its domain mostly a vendor's.
  if (user === 'git' && domainName(host, true) === undefined) return 0;
  const domain = wholeDomainStandIn(scan, host);
  const account = standIns.standInFor('user', user);
  learnUser(scan.shared, user, true);
  return scan.decide(from, to, Question.mail, {
    rule: 'email',
    text: `${account}@${domain}`,
    size: to - from,
  });
}

/** hdfs/nn1.acme.com@ACME.COM of Kerberos: a service or user, its machine, their realm. */
function principal(scan: Scan, from: number, at: number, to: number): number {
  const realm = scan.ascii(at + 1, to);
  const before = /(?:^|[\s"'=:,([<{])([\w.$-]+)\/_?$/.exec(scan.ascii(Math.max(scan.back, from - 64), from));
  const service = before?.[1];
  if (service === undefined || !/^[A-Z][A-Z\d-]*(?:\.[A-Z\d-]+)+$/.test(realm)) return 0;
  const machine = scan.ascii(from, at);
  const first = from - service.length - (scan.at(from - 1) === SLASH ? 1 : 2);
  if (
    first >= scan.decided &&
    !SERVICE.test(service) &&
    !isOrdinary(service.toLowerCase()) &&
    !isSharedAccount(service)
  )
    scan.standIn(first, first + service.length, 'user', 'user', service);
  const parts = machine.includes('.') ? domainName(machine, true) : undefined;
  if (parts) {
    if (parts.host !== '') learnHost(scan.shared, parts.host);
    scan.replace(from, at, 'host', domainStandIn(scan, parts));
  } else if (!SERVICE.test(machine) && !isOrdinary(machine.toLowerCase()) && !isStandIn(machine)) {
    scan.standIn(from, at, 'host', 'host', machine);
  }
  scan.replace(at + 1, to, 'domain', wholeDomainStandIn(scan, realm));
  return to;
}

/** Where no machine is meant: what would be its name is a part of the domain. */
function wholeDomainStandIn(scan: Scan, name: string): string {
  const parts = domainName(name, true) ?? { host: '', inner: [], domain: name.toLowerCase() };
  const inner = parts.host === '' ? [] : [parts.host.toLowerCase(), ...parts.inner];
  return domainStandIn(scan, { host: '', inner, domain: parts.domain });
}

/** .example, and the endings of countries and sites that files have too: getty@tty1.service and logo@2.pl are none. */
function isSite(ending: string, host: string): boolean {
  return ending === 'example' || (SITES_AND_FILES.has(ending) && /^[a-z][a-z\d-]{3,}\./i.test(host));
}

/** root@srv01: in a prompt, in a remote path, after ssh and the like, or where the host is unlike any word. */
function atHost(scan: Scan, from: number, to: number, user: string, host: string): number {
  if (scan.at(to) === DOT || scan.at(to) === 0x2f || scan.at(from - 1) === 0x2f || scan.at(from - 1) === AT)
    return 0;
  const small = host.toLowerCase();
  if (
    isOrdinary(small) ||
    isStandIn(host) ||
    /^[\da-f]+$/.test(small) ||
    /^v?\d/.test(small) ||
    /_/.test(host)
  )
    return 0;
  const before = scan.ascii(Math.max(scan.back, from - 48), from);
  const remote = /(?:^|[^\w.-])(?:ssh|scp|sftp|rsync|slogin|ssh-copy-id)\s(?:[^|;]*\s)?$/.test(before);
  const prompt = scan.at(to) === 0x3a || (/\[$/.test(before) && scan.at(to) === 0x20);
  const isField = /\b(?:user|login|account)(?:name)?["']? ?[:=] ?["']$/i.test(before);
  const isSure = isDistinctive(host) || isField || (isUnlikeWords(host) && isLogin(scan, from, to, user));
  if (!remote && !prompt && !isSure && !scan.shared.names.has(small)) return 0;
  const { standIns } = scan.shared;
  const account = isSharedAccount(user) ? user : standIns.standInFor('user', user);
  scan.replace(from, to, 'host', `${account}@${standIns.standInFor('host', host)}`);
  learnHost(scan.shared, host);
  return to;
}

/** wangwu@fileserver of a sentence: nothing of programs before or after it, and the account is no word either. */
function isLogin(scan: Scan, from: number, to: number, user: string): boolean {
  return (
    (isSharedAccount(user) || (isUnlikeWords(user) && !/^[a-z]{2,3}_[A-Z]{2}$/.test(user))) &&
    /^[\s"'([]?$/.test(scan.ascii(Math.max(scan.back, from - 1), from)) &&
    /^(?:[\s,;)\]"']|$)/.test(scan.ascii(to, Math.min(scan.lineEnd, to + 1)))
  );
}
