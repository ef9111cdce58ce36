// The short name of a case that people say on the phone. Runs in the engine's process.
import type { Host } from '../host/host.ts';

/** No look-alikes: no 0 and O, no 1 and I and L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 5;
/** Bytes from here on would make some characters more likely than others. */
const EVEN_BELOW = 256 - (256 % ALPHABET.length);

/** @returns five random characters, such as 7K3QX. */
export function newCaseReference({ randomBytes }: Pick<Host, 'randomBytes'>): string {
  let reference = '';
  while (reference.length < LENGTH) {
    const [byte = 0] = randomBytes(1);
    if (byte < EVEN_BELOW) reference += ALPHABET[byte % ALPHABET.length];
  }
  return reference;
}
