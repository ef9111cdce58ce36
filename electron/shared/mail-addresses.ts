// E-mail addresses as people type them into one field. Used by every process.
import { z } from 'zod';

const Address = z.email();

/** @returns the addresses, separated by commas, semicolons or blanks, also Chinese ones; undefined where one is none. */
export function readMailAddresses(text: string): string[] | undefined {
  const typed = text.split(/[,，;；、\s]+/).filter(Boolean);
  return typed.every((address) => Address.safeParse(address).success) ? typed : undefined;
}
