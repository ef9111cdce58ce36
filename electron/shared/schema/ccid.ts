// The CCID (CommCell ID), the number that names a customer's installation. Used by every process.
import { z } from 'zod';

/** At most eight hexadecimal digits, shown in upper case, without 0x (guide, chapter 3). */
export const Ccid = z
  .string()
  .trim()
  .regex(/^[0-9A-Fa-f]{1,8}$/)
  .transform((typed) => typed.toUpperCase());

/** `FFFFF` is what an unlicensed or evaluation installation shows: support may not be entitled. */
export const UNLICENSED_CCID = 'FFFFF';

/**
 * The CommServe database stores the CCID in decimal, so a CCID typed with digits only can be read in two ways.
 * @returns the hexadecimal form if the digits were decimal, or undefined where there is no second reading.
 */
export function otherReadingOfCcid(ccid: string): string | undefined {
  if (!/^[0-9]{1,10}$/.test(ccid)) return undefined;
  const hexadecimal = Number(ccid).toString(16).toUpperCase();
  return hexadecimal.length <= 8 && hexadecimal !== ccid ? hexadecimal : undefined;
}
