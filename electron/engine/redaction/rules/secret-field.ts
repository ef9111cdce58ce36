// Rule: values of fields whose name says that they are secret become the mark; the name and the quotes stay. Runs in the
// engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/word-sense.ts';
import { findValue, found, matches, skipBlanks } from './field-value.ts';

/** Words after "password:" that are no password. */
const STATES = new Set(
  `null none nil undefined true false yes no on off na n/a (null) required expired expires invalid incorrect wrong
  failed failure ok success successful succeeded enabled disabled changed empty blank set unset not missing hidden masked
  redacted removed default prompt encrypted for is was must should from in the of and to will has have with by or
  authentication policy file length age field string str text bytes byte int char varchar object any optional unknown
  may can cannot could does did be been this that your a an if when at on as it please enter reset change update
  validation verification mismatch accepted rejected denied checked provided given supplied stored saved never`
    .trim()
    .split(/\s+/),
);
/** Values that name where the secret is, or nothing: variables, calls, members, placeholders. */
const REFERENCE =
  /^(?:\$[\w{(].*|%\w+%|\{\{.*|<[\w -]+>|\*+|x{3,}|X{3,}|\.{3}|-+|\(null\)|self\b.*|this\b.*|[\w.]+\((?:.*\))?|(?:args|opts?|options|config|cfg|conf|params?|req|request|data|props|os|process|env|settings|row|kwargs|ctx|obj|cls)[.[].*)$/;
const RULES: Readonly<Record<number, RedactionRule>> = {
  [Sense.password]: 'password',
  [Sense.token]: 'token',
  [Sense.header]: 'token',
  [Sense.licence]: 'licence-code',
};

/** @returns where scanning goes on, 0 where no secret stands. */
export function secretField(scan: Scan, start: number, end: number, sense: number): number {
  if (!findValue(scan, start, end)) return 0;
  let { from, to } = found;
  const { enclosed, sign, spaced } = found;
  const rule = RULES[sense] ?? 'token';
  if (sense === Sense.header) {
    if (!enclosed) to = lineEndTrimmed(scan);
    return headerValue(scan, from, to);
  }
  // A line of a settings file: the password may have blanks in it.
  if (!enclosed && sign === '=' && sense === Sense.password && isLineStart(scan, start)) {
    const whole = lineEndTrimmed(scan);
    if (!/[\s;,&|](?:[\w.-]+\s*[=:]|[#;])|[(;]/.test(scan.ascii(from, whole))) to = whole;
  }
  if (to <= from) return 0;
  const value = scan.ascii(from, Math.min(to, from + 400));
  if (isNoSecret(scan, value, start, end, sense, enclosed, sign, spaced)) return 0;
  if (from < scan.decided) from = scan.decided;
  scan.mask(from, to, rule);
  return to;
}

function isNoSecret(
  scan: Scan,
  value: string,
  start: number,
  end: number,
  sense: number,
  enclosed: boolean,
  sign: string,
  spaced: boolean,
): boolean {
  const trimmed = value.trim();
  if (
    trimmed === '' ||
    (REFERENCE.test(trimmed) && !(enclosed && sign !== '[' && /^(?:self|this)/.test(trimmed)))
  ) {
    return true;
  }
  const small = trimmed.toLowerCase();
  const sentence = sign === ':' && spaced && !enclosed;
  if (STATES.has(small) && (sentence || !enclosed || sense !== Sense.password)) return true;
  if (/^(?:true|false|null|none)$/.test(small)) return true;
  if (small === scan.ascii(start, end).toLowerCase()) return true;
  if (sense === Sense.password) return /(?:^|[._])(?:password|passwd|pwd)$/.test(small) && !enclosed;
  // token: 42, credential: ok, key = value: what looks like no secret stays.
  if (/^\d{1,7}$/.test(trimmed) || trimmed.length < 4) return true;
  if (sense === Sense.licence) return !/\d/.test(trimmed) && trimmed.length < 12;
  const telling = /\d/.test(trimmed) || trimmed.length >= 16 || /[^A-Za-z.:_-]/.test(trimmed);
  if (sentence || sign === '[') return !telling || /\s/.test(trimmed);
  return !(telling || (enclosed && trimmed.length >= 6 && !/\s/.test(trimmed)) || (sign === '=' && !spaced));
}

/** Authorization: Bearer x, Cookie: a=b; the scheme stays. */
function headerValue(scan: Scan, from: number, to: number): number {
  let at = from;
  for (const scheme of ['bearer', 'basic', 'negotiate', 'ntlm', 'digest', 'token', 'apikey']) {
    if (matches(scan, at, scheme) && scan.at(at + scheme.length) === 0x20) {
      at = skipBlanks(scan, at + scheme.length, 8);
      break;
    }
  }
  const value = scan.ascii(at, Math.min(to, at + 80));
  const plain = /^[A-Za-z]*$/.test(value.trim()) && value.trim().length < 16;
  if (to <= at || plain || REFERENCE.test(value.trim()) || /^[a-z]+(?: [a-z]+)+[.,]?$/i.test(value.trim()))
    return 0;
  scan.mask(Math.max(at, scan.decided), to, 'token');
  return to;
}

function lineEndTrimmed(scan: Scan): number {
  let to = scan.lineEnd;
  while (to > scan.back && scan.at(to - 1) <= 0x20) to -= 1;
  return to;
}

/** Whether only white space, a comment sign or export stands before the key. */
function isLineStart(scan: Scan, start: number): boolean {
  if (scan.back > scan.lineStart) return false;
  return /^(?:\s|#|;|export |set )*$/i.test(scan.ascii(scan.lineStart, start));
}
