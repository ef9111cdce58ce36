// The names that must not be in a packet, laid out for one look at each word of a text. Runs in the engine's process.
//
// note: seal check
// After packing, everything in the packet is searched for what was replaced. Nothing of the scanner that replaced it is used
// here but its lists of everybody's names, so that a mistake there is not repeated here. Names are found by how they begin,
// addresses by reading them, secrets by their own unmistakable shapes. Names that are words as well are sought where nothing else
// can stand: before the at sign of an address, in the path of a person's folder, at the end of a machine's full name.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { SHARED_ACCOUNTS } from '../redaction/names/product-words.ts';
import { PUBLIC_DOMAINS } from '../redaction/names/public-names.ts';
import type { StandIn } from '../redaction/stand-ins.ts';
import { chineseBytes } from './chinese-bytes.ts';
import type { NamePlace } from './name-place.ts';

export interface SoughtName {
  readonly rule: RedactionRule;
  /** Lower case, ASCII. */
  readonly bytes: Buffer;
  /** Where in it its head begins: at the first letter or digit. */
  readonly headAt: number;
  /** Only there it is a leak: elsewhere it is a word like any other. */
  readonly place?: NamePlace;
}

export interface SoughtBytes {
  readonly rule: RedactionRule;
  readonly bytes: Buffer;
}

export interface SoughtNames {
  /** By their heads. */
  readonly words: ReadonlyMap<string, readonly SoughtName[]>;
  /** Each in one canonical form. */
  readonly addresses: ReadonlyMap<string, RedactionRule>;
  /** Those of IPv4 as numbers, and whether there are any of IPv6, and any written in pairs of digits. */
  readonly quads: ReadonlySet<number>;
  readonly hasIpv6: boolean;
  readonly hasPairs: boolean;
  /** Those that may be versions: looked for only where a text says that they are addresses. */
  readonly doubtful: ReadonlySet<string>;
  /** Names in other scripts, in the encodings that are read byte by byte. */
  readonly narrow: readonly SoughtBytes[];
  /** The same in UTF-16. */
  readonly wide: readonly SoughtBytes[];
  /** Both, by their heads. */
  readonly texts: ReadonlyMap<string, readonly SoughtBytes[]>;
}

/** What a name is looked up by has so many bytes, or all of the name. */
export const HEAD_BYTES = 8;

/** Names whose parts are all shorter are parts of other things too often to tell anything. */
const HAS_WORD = /[A-Za-z0-9]{3}/;
const ADDRESSES = new Set<StandIn['kind']>(['ipv4', 'ipv6', 'mac', 'wwn']);

/** @param canaries further words, of which none may be in the packet. */
export function soughtNames(standIns: Iterable<StandIn>, canaries: readonly string[] = []): SoughtNames {
  const words = new Map<string, SoughtName[]>();
  const addresses = new Map<string, RedactionRule>();
  const doubtful = new Set<string>();
  const narrow: SoughtBytes[] = [];
  const wide: SoughtBytes[] = [];
  const seek = (rule: RedactionRule, original: string, place?: NamePlace) => {
    if (!/^[\x20-\x7e]*$/.test(original)) {
      if (place !== undefined) return;
      narrow.push(...narrowForms(original).map((bytes) => ({ rule, bytes })));
      wide.push({ rule, bytes: Buffer.from(original, 'utf16le') });
      wide.push({ rule, bytes: Buffer.from(original, 'utf16le').swap16() });
      return;
    }
    if (!HAS_WORD.test(original)) return;
    const bytes = Buffer.from(original.toLowerCase(), 'latin1');
    const headAt = original.search(/[A-Za-z0-9]/);
    keep(words, headOf(bytes, headAt), { rule, bytes, headAt, ...(place ? { place } : {}) });
  };
  for (const { kind, original, everywhere } of standIns) {
    if (kind === 'ipv4' && mayBeVersion(original)) doubtful.add(original);
    if (ADDRESSES.has(kind)) addresses.set(original.toLowerCase(), ruleOf(kind));
    else if (everywhere) seek(ruleOf(kind), original);
    else if (kind === 'user' && !isEverybodys(original)) seek('user', original, 'account');
    else if (kind === 'domain' && original.includes('.') && !isVendors(original))
      seek('domain', original, 'domain');
  }
  for (const canary of canaries) seek('keyword', canary);
  const kinds = new Set(addresses.values());
  const quads = new Set(
    [...addresses].flatMap(([text, rule]) => (rule === 'ipv4' ? [quadNumber(text)] : [])),
  );
  const hasPairs = kinds.has('mac') || kinds.has('wwn');
  const texts = new Map<string, SoughtBytes[]>();
  for (const one of [...narrow, ...wide]) keep(texts, headOf(one.bytes), one);
  return { words, addresses, quads, hasIpv6: kinds.has('ipv6'), hasPairs, doubtful, narrow, wide, texts };
}

function quadNumber(text: string): number {
  return text.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

/** An account that every machine has, or every site that keeps code: replaced in an e-mail address, left in a path. */
function isEverybodys(user: string): boolean {
  return user === 'git' || SHARED_ACCOUNTS.has(user.toLowerCase());
}

/** A vendor's domain goes with an e-mail address, and stays in the address of a web page. */
function isVendors(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  return labels.some((_, at) => PUBLIC_DOMAINS.has(labels.slice(at).join('.')));
}

/** Four small numbers are a version in one line and an address in the next: finding them again tells nothing. */
function mayBeVersion(address: string): boolean {
  const [first = 0, second = 0] = address.split('.').map(Number);
  return first < 32 && !(first === 10 && second > 0);
}

function ruleOf(kind: StandIn['kind']): RedactionRule {
  return kind === 'subdomain' ? 'domain' : kind === 'path' ? 'file-path' : kind;
}

function headOf(bytes: Buffer, at = 0): string {
  return bytes.toString('latin1', at, at + HEAD_BYTES);
}

function keep<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const kept = map.get(key);
  if (kept === undefined) map.set(key, [value]);
  else kept.push(value);
}

function narrowForms(original: string): Buffer[] {
  const chinese = chineseBytes(original);
  return [Buffer.from(original), ...(chinese === undefined ? [] : [chinese])];
}
