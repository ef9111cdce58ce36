// Rule: secrets that are known by their look: cloud keys, tokens of services, signed tokens, CommVault's encrypted values. Runs
// in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { skipBlanks } from './field-value.ts';
import { SHAPED_STARTS } from './shaped-starts.ts';

/** Their first two letters are listed in shaped-starts.ts. */
const SHAPES: readonly (readonly [RegExp, RedactionRule])[] = [
  [/^(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{16}$/, 'cloud-key'],
  [/^AIza[\w-]{35}$/, 'cloud-key'],
  [/^(?:ya29\.[\w-]{20,}|GOCSPX-[\w-]{24,}|LTAI[A-Za-z0-9]{12,24}|AKID[A-Za-z0-9]{32})$/, 'cloud-key'],
  [/^(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})$/, 'token'],
  [/^(?:glpat|gldt|glrt|glptt|glft|glsoat|glcbt|glimt|glagent|gloas)-[\w.-]{20,}$/, 'token'],
  [/^xox[abeoprs]-[\w-]{10,}$|^xapp-[\w-]{10,}$/, 'token'],
  [/^(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}$/, 'token'],
  [/^sk-(?:proj-|ant-)?[\w-]{20,}$/, 'token'],
  [
    /^(?:npm_[A-Za-z0-9]{36}|pypi-[\w-]{16,}|dop_v1_[a-f0-9]{64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})$/,
    'token',
  ],
  [/^(?:SG\.[\w-]{16,}\.[\w-]{16,}|hv[sb]\.[\w-]{20,}|key-[0-9a-f]{32}|dapi[a-f0-9]{32})$/, 'token'],
  [
    /^(?:hf_[A-Za-z0-9]{30,}|dckr_pat_[\w-]{20,}|ATATT3[\w-]{20,}|sq0(?:atp|csp)-[\w-]{20,}|lin_api_\w{32,})$/,
    'token',
  ],
  [/^(?:NRAK-[A-Z0-9]{24,}|glsa_\w{32,}|pul-[a-f0-9]{40}|pscale_(?:tkn|pw|oauth)_[\w.-]{32,})$/, 'token'],
  [
    /^(?:PMAK-[a-f0-9]{24}-[a-f0-9]{34}|rubygems_[a-f0-9]{48}|SK[a-f0-9]{32}|dp\.[a-z]{2}\.[\w-]{20,})$/,
    'token',
  ],
  [/^(?:s\.[A-Za-z0-9]{24}|whsec_[A-Za-z0-9+/]{24,}|EAACEdEose0cBA\w+|v2\.local\.[\w-]{30,})$/, 'token'],
  [/^AGE-SECRET-KEY-1[A-Z0-9]{50,}$/i, 'private-key'],
  [/^eyJ[\w-]{8,}\.(?:eyJ)?[\w-]{4,}(?:\.[\w-]*)*$/, 'token'],
];

/** Tokens of three parts that begin with nothing of their own. */
const THREE_PARTS = /^(?:[MNO][\w-]{23,25}\.[\w-]{6,7}\.[\w-]{27,}|[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,})$/;

/** A run of 16 bytes or more. @returns where scanning goes on, 0 where it has none of these looks. */
export function shapedSecret(scan: Scan, start: number, end: number): number {
  // 123456789:AA…, a bot's token.
  if (
    end - start === 35 &&
    scan.at(start - 1) === 0x3a &&
    isDigit(scan.at(start - 2)) &&
    scan.at(start) === 0x41
  ) {
    scan.mask(start, end, 'token');
    return end;
  }
  if (end - start >= 58 && THREE_PARTS.test(scan.ascii(start, end))) {
    scan.mask(start, end, 'token');
    return end;
  }
  if (SHAPED_STARTS[(scan.at(start) << 7) | scan.at(start + 1)] !== 1) return 0;
  const word = scan.ascii(start, end).replace(/[.-]+$/, '');
  const rule = SHAPES.find(([shape]) => shape.test(word))?.[1];
  if (rule === undefined) return 0;
  scan.mask(start, start + word.length, rule);
  return start + word.length;
}

/** $6$salt$hash of passwords, as shadow files and network devices have them; the account before a colon at the margin goes too. */
export function cryptHash(scan: Scan, at: number): number {
  if (!isWord(scan.at(at + 1)) || isWord(scan.at(at - 1))) return 0;
  const text = scan.ascii(at, Math.min(scan.lineEnd, at + 300));
  const hash = /^\$(?:[1-9]\w?|2[abxy]|apr1|y|gy|sha1|argon2\w+|pbkdf2[\w-]*)\$[^\s:"'<>]{8,}/.exec(
    text,
  )?.[0];
  if (hash === undefined || !/\$[\w./+=-]{16,}$/.test(hash)) return 0;
  const user = /^([\w.$-]+):$/.exec(scan.ascii(scan.lineStart, at))?.[1];
  if (user !== undefined && scan.shared.level !== 'off' && !isSharedAccount(user) && !isStandIn(user)) {
    scan.standIn(scan.lineStart, at - 1, 'user', 'user', user);
  }
  scan.mask(at, at + hash.length, 'password');
  return at + hash.length;
}

/** CommVault writes encrypted passwords as |#, a number or #!, and the rest. @param at the bar. */
export function encryptedValue(scan: Scan, at: number): number {
  if (scan.at(at + 1) !== 0x23) return 0;
  const third = scan.at(at + 2);
  if (!isDigit(third) && !(third === 0x23 && scan.at(at + 3) === 0x21)) return 0;
  let to = at + 2;
  while (
    to < scan.lineEnd &&
    scan.at(to) > 0x20 &&
    scan.at(to) !== 0x22 &&
    scan.at(to) !== 0x27 &&
    scan.at(to) !== 0x3c
  ) {
    to += 1;
  }
  if (to - at < 10) return 0;
  scan.mask(at, to, 'password');
  return to;
}

/** Bearer x, Basic x: where the word that follows looks like a token. @param end of the scheme. */
export function bearerToken(scan: Scan, end: number): number {
  const from = skipBlanks(scan, end, 4);
  if (from === end) return 0;
  let to = from;
  while (
    to < scan.lineEnd &&
    (isWord(scan.at(to)) || '+/=._~-'.includes(String.fromCharCode(scan.at(to) || 0x20)))
  )
    to += 1;
  const word = scan.ascii(from, to).replace(/[.]+$/, '');
  if (
    word.length < 8 ||
    !(/\d/.test(word) || word.length >= 28 || /=$/.test(word)) ||
    /^[a-z]+-[a-z-]+$/.test(word)
  )
    return 0;
  scan.mask(from, from + word.length, 'token');
  return from + word.length;
}
