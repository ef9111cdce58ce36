// The short name of a case that people say on the phone. Runs in the engine's process.
import { randomInt } from 'node:crypto';

/** No look-alikes: no 0 and O, no 1 and I and L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** @returns five random characters, such as 7K3QX. */
export function newCaseReference(): string {
  return Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
