// Rules: who logs in, by what password and at which host, in scheme://user:password@host. Runs in the engine's process.
import { isOrdinary, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { BITS, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { domainName, domainStandIn } from './domain-name.ts';
import { learnHost } from './learn.ts';
import { quadLength } from './quad.ts';

/** What programs and people fill in. */
const PLACEHOLDER =
  /^(?:[$#]\{.*\}|\$\w+|<[\w-]+>|%\w+%|%[sdvq]|\*+|\{{1,2} ?(?:[A-Za-z_.]*|\d{1,2}) ?\}{1,2})$/;
/** An apostrophe of the password. */
const INSIDE = /^'[^\s"'<>/]{1,40}@\w/;
/** s3://bucket/x */
const BUCKETS = /(?:^|[^a-z])(?:s3[an]?|gs|oss|obs|cosn?)$/i;
const ANOTHER = /^,[a-z][a-z+]{1,8}:/i;

/**
 * @param colon the colon of ://
 * @returns where scanning goes on.
 */
export function webAddress(scan: Scan, colon: number, secretsOnly: boolean): number {
  const from = colon + 3;
  let at = -1;
  let password = -1;
  let end = from;
  for (; end < scan.lineEnd; end += 1) {
    const byte = scan.at(end);
    if (byte === 0x27 && !(password >= 0 && at < 0 && INSIDE.test(scan.ascii(end, end + 60)))) break;
    if (byte <= 0x20 || byte === 0x22 || byte === 0x3c || byte === 0x3e || byte === 0x60) break;
    if (byte === 0x2f || byte === 0x3f || byte === 0x23) {
      // A slash may be part of a password: only where an at sign follows before the next blank, and a colon came before.
      if (password < 0 || (at > 0 && isHost(scan, at + 1, end)) || !atSignAhead(scan, end)) break;
    }
    // http://a:b@host1,http://c:d@host2
    if (byte === 0x2c && at > 0 && ANOTHER.test(scan.ascii(end, end + 12))) break;
    if (byte === 0x3a && password < 0) password = end;
    if (byte === 0x40) at = end;
  }
  if (at > 0) {
    credentials(scan, from, at, password, secretsOnly);
    return secretsOnly ? at : hostPart(scan, at + 1);
  }
  return secretsOnly || BUCKETS.test(scan.ascii(colon - 4, colon)) ? from : hostPart(scan, from);
}

/** Surely: with a dot or a port. */
function isHost(scan: Scan, from: number, to: number): boolean {
  return to - from < 256 && /^[\w-]+(?:(?:\.[\w-]+)+(?::\d+)?|:\d+)$/.test(scan.ascii(from, to));
}

function atSignAhead(scan: Scan, from: number): boolean {
  for (let at = from; at < from + 64 && scan.at(at) > 0x20; at += 1) {
    if (scan.at(at) === 0x40) return isWord(scan.at(at + 1));
    if (scan.at(at) === 0x22 || scan.at(at) === 0x27 || scan.at(at) === 0x26) return false;
  }
  return false;
}

function credentials(scan: Scan, from: number, at: number, colon: number, secretsOnly: boolean): void {
  const hasPassword = colon >= 0 && colon < at;
  const userTo = hasPassword ? colon : at;
  if (!secretsOnly) account(scan, from, userTo);
  const secret = hasPassword ? scan.ascii(colon + 1, at) : '';
  if (hasPassword && at > colon + 1 && !PLACEHOLDER.test(secret)) {
    scan.mask(colon + 1, at, 'url-credentials');
  }
}

/** lisi, CORP%5Clisi */
function account(scan: Scan, from: number, to: number): void {
  const whole = scan.name(from, to);
  const domain = /^([\w.-]+)%5C(?=.)/i.exec(whole)?.[1] ?? '';
  const userFrom = domain === '' ? from : from + domain.length + 3;
  const user = scan.name(userFrom, to);
  if (user === '' || isStandIn(user) || /[${<]|%(?![\da-f]{2})/i.test(user)) return;
  if (domain !== '' && !isStandIn(domain))
    scan.standIn(from, from + domain.length, 'domain', 'domain', domain);
  if (!isSharedAccount(user)) scan.standIn(userFrom, to, 'user', 'user', user);
}

/** A host without a domain; addresses and domain names are found by their own rules. */
function hostPart(scan: Scan, from: number): number {
  let to = from;
  while (to < from + 256 && BITS[scan.at(to)]) to += 1;
  const host = scan.ascii(from, to);
  if (to === from || isStandIn(host) || quadLength(scan, from) > 0) return from;
  if (host.includes('.')) {
    const parts = domainName(host, true);
    if (!parts) return to;
    scan.replace(from, to, parts.host === '' ? 'domain' : 'host', domainStandIn(scan, parts));
    if (parts.host !== '') learnHost(scan.shared, parts.host);
    return to;
  }
  if (isOrdinary(host.toLowerCase()) || host.length < 3 || !/^[a-z]/i.test(host) || host.includes('_'))
    return from;
  scan.standIn(from, to, 'host', 'host', host);
  learnHost(scan.shared, host);
  return to;
}
