// Tells a sought network address by reading it, whatever way they are written (see note: seal check). Runs in the
// engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import type { SoughtNames } from './sought-names.ts';

/** Whether this piece of a text is its first one, and its last. */
export interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

const OF_ADDRESS = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9a-fA-F:.-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Four numbers behind one of these words are a version. */
const VERSION_BEFORE =
  /(?:^|[^a-z])(?:v|ver|vers|version|build|release|rel|sp|kb|patch|level|update|driver|firmware|revision|product|dll|exe|sys)\W{0,6}$/i;
const CONTEXT = 24;

/** Four small numbers that something else may count are an address behind one of these. */
const ADDRESS_BEFORE =
  /(?::\/\/|(?<![\w.-])(?:ip|ipaddr|addr|address|host|peer|gateway|nameserver)\s{0,3}[=:]\s{0,3}["'[]?)$/i;

/** What of the sought names is looked at here. */
type SoughtAddresses = Pick<SoughtNames, 'addresses' | 'doubtful'>;

/**
 * @param start where digits, colons, dots and dashes begin.
 * @param names with addresses in canonical form: four decimal octets, eight groups of four digits, pairs of digits without marks.
 */
export function addressAt(
  bytes: Buffer,
  start: number,
  names: SoughtAddresses,
  { first, last }: Edges,
): RedactionRule | undefined {
  let end = start;
  while (end < bytes.length && OF_ADDRESS[bytes[end] as number] === 1) end += 1;
  if ((start === 0 && !first) || (end === bytes.length && !last)) return undefined;
  return inRun(bytes.toString('latin1', start, end), bytes, start, names);
}

function inRun(
  run: string,
  bytes: Buffer,
  start: number,
  { addresses, doubtful }: SoughtAddresses,
): RedactionRule | undefined {
  for (const match of run.matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/g)) {
    const quad = match[0].split('.').map(Number).join('.');
    const rule = addresses.get(quad);
    if (rule === undefined) continue;
    const at = start + match.index;
    const letter = match.index === 0 && /[A-Za-z_]$/.test(bytes.toString('latin1', Math.max(0, at - 1), at));
    const before = bytes.toString('latin1', Math.max(0, at - CONTEXT), at);
    if (letter || VERSION_BEFORE.test(before)) continue;
    if (!doubtful.has(quad) || (!/^0\d/.test(match[0]) && ADDRESS_BEFORE.test(before))) return rule;
  }
  for (const match of run.matchAll(
    /(?<![0-9a-f])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4,6}[0-9a-f]{2}(?![0-9a-f])/gi,
  )) {
    const digits = match[0].replace(/[:-]/g, '').toLowerCase();
    const rule = addresses.get(digits) ?? addresses.get(match[0].toLowerCase());
    if (rule !== undefined) return rule;
  }
  for (const match of run.matchAll(/[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}/gi)) {
    const whole = wholeIpv6(match[0].toLowerCase());
    const rule =
      whole === undefined || isWithinWord(bytes, start + match.index, match[0])
        ? undefined
        : addresses.get(whole);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Jpeg2000::Main; the second byte of a Chinese character is no letter. */
function isWithinWord(bytes: Buffer, from: number, text: string): boolean {
  const before = bytes.toString('latin1', Math.max(0, from - 2), from);
  const after = bytes.toString('latin1', from + text.length, from + text.length + 1);
  return (/\w$/.test(before) && !/^[\x81-\xff]\w$/.test(before)) || /\w/.test(after);
}

/** @returns eight groups of four digits, or undefined where it is no address. */
function wholeIpv6(text: string): string | undefined {
  const [left = '', right, more] = text.split('::');
  if (more !== undefined || (right === undefined && text.split(':').length !== 8)) return undefined;
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(left), groups(right ?? '')];
  const missing = 8 - before.length - after.length;
  if (missing < 0 || [...before, ...after].includes('')) return undefined;
  const all = [...before, ...Array<string>(missing).fill('0'), ...after];
  return all.map((group) => group.padStart(4, '0')).join(':');
}
