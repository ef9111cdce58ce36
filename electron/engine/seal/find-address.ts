// Finds network addresses in a text by reading them, whatever way they are written (see note: seal check). Runs in the
// engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import type { SoughtNames } from './sought-names.ts';

const DIGIT = 1;
const HEX = 2;
const COLON = 4;
const DOT = 8;
const DASH = 16;
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return DIGIT | HEX;
  if (/[a-fA-F]/.test(character)) return HEX;
  return { ':': COLON, '.': DOT, '-': DASH }[character] ?? 0;
});

/** Four numbers behind one of these words are a version. */
const VERSION_BEFORE =
  /(?:^|[^a-z])(?:v|ver|vers|version|build|release|rel|sp|kb|patch|level|update|driver|firmware|revision|product|dll|exe|sys)\W{0,6}$/i;
const CONTEXT = 24;
/** Shorter ones, such as e:: at the end of a name of a member, are no addresses of machines. */
const SHORTEST_IPV6 = 4;

/** Four small numbers that something else may count are an address behind one of these. */
const ADDRESS_BEFORE =
  /(?::\/\/|(?<![\w.-])(?:ip|ipaddr|addr|address|host|peer|gateway|nameserver)\s{0,3}[=:]\s{0,3}["'[]?)$/i;

/** What of the sought names is looked at here. */
type SoughtAddresses = Pick<SoughtNames, 'addresses' | 'quads' | 'hasIpv6' | 'hasPairs' | 'doubtful'>;

/** @param names with addresses in canonical form: four decimal octets, eight groups of four digits, pairs of digits without marks. */
export function findAddress(
  bytes: Buffer,
  names: SoughtAddresses,
  { first, last }: { readonly first: boolean; readonly last: boolean },
): RedactionRule | undefined {
  if (names.addresses.size === 0) return undefined;
  const { length } = bytes;
  for (let at = 0; at < length; ) {
    if (((CLASS[bytes[at] as number] as number) & (HEX | COLON)) === 0) {
      at += 1;
      continue;
    }
    const start = at;
    let colons = 0;
    let pairs = 0;
    let dots = 0;
    let dashes = 0;
    let kind = 0;
    for (; at < length; at += 1) {
      const before = kind;
      kind = CLASS[bytes[at] as number] as number;
      if (kind === 0) break;
      if (kind === COLON) {
        colons += 1;
        if (before === COLON) pairs += 1;
      } else if (kind === DOT) dots += 1;
      else if (kind === DASH) dashes += 1;
    }
    // Every address has one of these; times of day, which every line has, have none. Versions and names of members have.
    const mayBeQuad = dots >= 3 && holdsQuad(bytes, start, at, names.quads);
    const mayBePairs = names.hasPairs && (dashes >= 5 || colons >= 5);
    const mayBeIpv6 = names.hasIpv6 && (colons >= 5 || (pairs > 0 && at - start >= SHORTEST_IPV6));
    if (!mayBeQuad && !mayBePairs && !mayBeIpv6) continue;
    if ((start === 0 && !first) || (at === length && !last)) continue;
    const run = bytes.toString('latin1', start, at);
    const found = inRun(run, bytes, start, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether four numbers with dots between them are among those that are sought, however many zeros they begin with. */
function holdsQuad(bytes: Buffer, start: number, end: number, quads: ReadonlySet<number>): boolean {
  let quad = 0;
  let parts = 0;
  let part = -1;
  for (let at = start; at <= end; at += 1) {
    const byte = at < end ? (bytes[at] as number) : 0;
    if (byte >= 0x30 && byte <= 0x39) {
      part = Math.max(part, 0) * 10 + byte - 0x30;
      continue;
    }
    if (part >= 0) {
      quad = (parts === 0 ? 0 : quad % 2 ** 24) * 256 + part;
      parts += 1;
      if (parts >= 4 && quads.has(quad)) return true;
    }
    if (byte !== 0x2e || part < 0) parts = 0;
    part = -1;
  }
  return false;
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
