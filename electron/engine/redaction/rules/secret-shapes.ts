// Rule: secrets that are known by their look: cloud keys, tokens of services, signed tokens, CommVault's encrypted values. Runs
// in the engine's process.
import { isOrdinary, isPlainWord, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { isDigit, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { isLogin } from './login-in-base64.ts';
import { shapeIn } from './token-shapes.ts';
import { skipBlanks } from './value-end.ts';

/** A run of 16 bytes or more. @returns where scanning goes on, 0 where it has none of these looks. */
export function shapedSecret(scan: Scan, start: number, end: number): number {
  const shape = shapeIn(scan.ascii(start, end));
  if (shape === undefined || !fitsPlace(scan, start + shape.from)) return 0;
  let to = start + shape.to;
  if (shape.open && to === end) while (to < scan.lineEnd && isBase64(scan.at(to))) to += 1;
  scan.mask(start + shape.from, to, shape.rule);
  if (shape.rule === 'cloud-key') secretOfPair(scan, to);
  return to;
}

/** The secret directly behind the identifier of a key: 'AKIA…', 'x'. */
function secretOfPair(scan: Scan, to: number): void {
  const pair = /^["']?[,:;\s]{1,2}["']?(?<secret>[A-Za-z\d/+]{40})(?![\w/+=])/d.exec(
    scan.ascii(to, Math.min(scan.lineEnd, to + 48)),
  )?.indices?.groups?.secret;
  if (pair !== undefined) scan.later(to + pair[0], to + pair[1]);
}

/** 123456789:AA…, a bot's token; 1//0…, one for new tokens. */
function fitsPlace(scan: Scan, start: number): boolean {
  const first = scan.at(start);
  if (first === 0x30 && scan.at(start - 1) !== 0x3a) return scan.ascii(start - 3, start) === '1//';
  if (first !== 0x41 || scan.at(start + 1) !== 0x41) return true;
  return scan.at(start - 1) === 0x3a && isDigit(scan.at(start - 2));
}

function isBase64(byte: number): boolean {
  return isWord(byte) || byte === 0x2b || byte === 0x2f || byte === 0x3d || byte === 0x5f || byte === 0x2d;
}

/** xxx8Q~ and more, a secret of an Azure application; sha256~, a token of OpenShift. @param at the tilde. */
export function tildeSecret(scan: Scan, at: number): number {
  const before = scan.ascii(Math.max(scan.back, at - 10), at + 1);
  const match = /(?:(?<![\w.~-])[\w.~]{3}\dQ|(?<!\w)sha256)~$/.exec(before);
  const body = /^(?:[\w~.-]{31,34}(?![\w~.-])|[\w-]{43}(?![\w-]))/.exec(scan.ascii(at + 1, at + 80))?.[0];
  if (match === null || body === undefined || /^(.)\1*$/.test(body)) return 0;
  const from = match[0].startsWith('sha') ? at + 1 : at + 1 - match[0].length;
  scan.mask(from, at + 1 + body.length, 'token');
  return at + 1 + body.length;
}

const HASH = /^\$(?:[1-9]\w?|2[abxy]|apr1|y|gy|sha1|argon2\w+|pbkdf2[\w-]*)\$[^\s:"'<>)\]&\x80-\xff]{8,}/;
/** $krb5tgs$23$*user$REALM$service*$hash$hash of tickets, $krb5asrep$23$user@REALM:hash$hash. */
const KERBEROS_HASH = /^\$krb5\w+\$\d+\$[^\s"'<>]*[\da-f]{8,}/;

/** $6$salt$hash of passwords, as shadow files and network devices have them; the account before a colon at the margin goes too. */
export function cryptHash(scan: Scan, at: number): number {
  if (!isWord(scan.at(at + 1)) || isWord(scan.at(at - 1))) return 0;
  const text = scan.ascii(at, Math.min(scan.lineEnd, at + 300));
  const hash = HASH.exec(text)?.[0] ?? KERBEROS_HASH.exec(text)?.[0];
  if (hash === undefined) return 0;
  // name:$6$salt$hash:19000: of a shadow file says it, however short.
  const isLong = /\$[\w./+=-]{16,}$|^\$krb5/.test(hash);
  if (!isLong && !/^:\d{3,5}:\d/.test(scan.ascii(at + hash.length, at + hash.length + 8))) return 0;
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

/** Letters and digits, and no word with a number. */
function isMixed(word: string): boolean {
  return (
    /^(?=.*[a-z])(?=.*\d)[\w~+/=-]+$/i.test(word) &&
    !isOrdinary(word.toLowerCase()) &&
    !/^[a-z]+-?\d$|^rfc/i.test(word)
  );
}

function isToken(word: string): boolean {
  const isShort = word.length < 8 && !(word.length > 4 && isMixed(word));
  return (
    !isShort && (/\d/.test(word) || word.length >= 28 || /=$/.test(word)) && !/^[a-z]+-[a-z-]+$/.test(word)
  );
}

/** Bearer token1, "Bearer some-token": in capitals, and no sentence goes on. @param next what follows. */
function isNamedToken(word: string, next: number): boolean {
  if (/^[a-z]+\d+$/i.test(word)) return word.length >= 5 && !isPlainWord(word.toLowerCase());
  if (/^(?!(?:com|org|net|io|javax?)\.)[\w-]+\.[\w-]+\.[\w-]+$/.test(word)) return true;
  return (
    (next === 0 || next === 0x0d || next >= 0x80 || '"\'])}<,;'.includes(String.fromCharCode(next))) &&
    /^(?:[a-z]+(?:[-_][a-z]+)+|[A-Za-z]{12,})$/.test(word) &&
    !isPlainWord(word.toLowerCase()) &&
    !/^(?:token-type|auth\w*|[A-Za-z]*[Tt]oken(?:[A-Z][a-z]+)*)$|-(?:based|only|auth|authentication|methods?)$/.test(
      word,
    )
  );
}

/** Bearer x, Basic x: where the word that follows looks like a token. @param end of the scheme. */
export function bearerToken(scan: Scan, end: number): number {
  const sign = scan.at(end);
  const from = skipBlanks(scan, sign === 0x3a || sign === 0x3d ? end + 1 : end, 8);
  if (from === end) return 0;
  let to = from;
  while (
    to < scan.lineEnd &&
    (isWord(scan.at(to)) || '+/=._~-'.includes(String.fromCharCode(scan.at(to) || 0x20)))
  )
    to += 1;
  const word = scan.ascii(from, to).replace(/[.]+$/, '');
  if (
    !isToken(word) &&
    !isLogin(word) &&
    !(scan.at(end - 6) === 0x42 && isNamedToken(word, scan.at(from + word.length))) &&
    !(/^authorization\W{1,2}bearer$/i.test(scan.ascii(end - 21, end).slice(-20)) && isNamedToken(word, 0))
  )
    return 0;
  scan.mask(from, from + word.length, 'token');
  return from + word.length;
}
