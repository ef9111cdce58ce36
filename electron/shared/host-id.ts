// WINNTHOSTID, which a permanent licence is made for: "an 8-digit hexadecimal IP address" (guide, chapter 5). We read that
// as each octet in two hexadecimal digits, and always show how a value came about. Used by every process.
import { z } from 'zod';

/** As typed: eight hexadecimal digits, with or without 0x. */
export const HostId = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/^0x/i, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-F]{8}$/));

/** The four octets of an IPv4 address, or undefined where it is none. */
function octetsOf(ip: string): readonly number[] | undefined {
  const parts = ip.trim().split('.');
  const octets = parts.map((part) => (/^(0|[1-9][0-9]{0,2})$/.test(part) ? Number(part) : 256));
  return octets.length === 4 && octets.every((octet) => octet < 256) ? octets : undefined;
}

const hexadecimal = (octet: number) => octet.toString(16).toUpperCase().padStart(2, '0');

/** @returns such as C0A8010A for 192.168.1.10; undefined where it is no IPv4 address. */
export function hostIdOfAddress(ip: string): string | undefined {
  return octetsOf(ip)?.map(hexadecimal).join('');
}

/** @returns how it came about, such as `192 → C0, 168 → A8, 1 → 01, 10 → 0A`. */
export function hostIdSteps(ip: string): string {
  return (octetsOf(ip) ?? []).map((octet) => `${octet} → ${hexadecimal(octet)}`).join(', ');
}
