// How stand-ins are written: short, readable, and never mistaken for a real name or address. Runs in the engine's process.
import { createHmac } from 'node:crypto';
import type { StandInKind } from './stand-in-kind.ts';

/** Hands out the number of something within a family: 1 for what is seen first, always the same for the same thing. */
export type NumberOf = (family: string, thing: string) => number;

/**
 * A word that any of the forms below can have, with DOMAIN-1 and the label domain-1 in whatever case a reply has them.
 * Addresses bear a letter that no address has.
 */
export const STAND_IN =
  /(?<![A-Za-z0-9])(?:(?:host|domain|sub|user|keyword|mac|wwn|path|database|policy|barcode|serial)-\d+|10\.x\d+\.\d+\.\d+|fd00:x\d+::\d+)(?![A-Za-z0-9])/gi;

const PREFIX: Readonly<Record<Exclude<StandInKind, 'ipv4' | 'ipv6'>, string>> = {
  host: 'host',
  domain: 'domain',
  subdomain: 'sub',
  user: 'user',
  keyword: 'keyword',
  mac: 'mac',
  wwn: 'wwn',
  path: 'path',
  database: 'database',
  policy: 'policy',
  barcode: 'barcode',
  serial: 'serial',
};

/**
 * @param original lower case; addresses in one canonical form: four decimal octets, eight groups of four hexadecimal digits.
 * @param secret of the case: orders the last octets, so that they tell nothing of the real ones.
 */
export function standInForm(
  kind: StandInKind,
  original: string,
  secret: Uint8Array,
  numberOf: NumberOf,
): string {
  switch (kind) {
    case 'ipv4': {
      const [a, b, c, d] = original.split('.');
      const net = `${a}.${b}`;
      const subnet = `${net}.${c}`;
      const last = permutedOctet(secret, subnet, Number(d));
      return `10.x${numberOf('net', net)}.${numberOf(`subnet ${net}`, subnet)}.${last}`;
    }
    case 'ipv6': {
      const prefix = original.slice(0, 19);
      return `fd00:x${numberOf('prefix', prefix)}::${numberOf(`interface ${prefix}`, original)}`;
    }
    case 'domain': {
      // CORP in CORP\user is a Windows domain: written large, as there.
      const form = `domain-${numberOf('domain', original)}`;
      return original.includes('.') ? form : form.toUpperCase();
    }
    default:
      return `${PREFIX[kind]}-${numberOf(kind, original)}`;
  }
}

const MOST_SUBNETS = 4096;
const tablesOf = new WeakMap<Uint8Array, Map<string, Uint8Array>>();

/** Made once for each subnet of a case. */
function roundTables(secret: Uint8Array, subnet: string): Uint8Array {
  const known = tablesOf.get(secret) ?? new Map<string, Uint8Array>();
  const seen = known.get(subnet);
  if (seen) return seen;
  const tables = createHmac('sha256', secret).update(subnet).digest();
  if (known.size >= MOST_SUBNETS) known.clear();
  known.set(subnet, tables);
  tablesOf.set(secret, known);
  return tables;
}

/**
 * Where an octet goes in the order that the case's secret gives to the 256 of its subnet: four rounds that mix the two halves
 * of the byte, each with a table of sixteen out of the same digest.
 */
function permutedOctet(secret: Uint8Array, subnet: string, octet: number): number {
  const tables = roundTables(secret, subnet);
  let left = octet >> 4;
  let right = octet & 15;
  for (let round = 0; round < 4; round += 1) {
    const byte = tables[round * 8 + (right >> 1)] as number;
    const mixed = left ^ ((right & 1) === 0 ? byte >> 4 : byte & 15);
    left = right;
    right = mixed;
  }
  return (left << 4) | right;
}
