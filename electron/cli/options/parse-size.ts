// --max-size. Runs in the command line's process.
import { type Parsed, parsed, refused } from './given.ts';

const SIZE = /^(\d{1,15}(?:\.\d{1,6})?)\s*(B|[KMGT]i?B?)?$/i;
const POWERS = ['', 'K', 'M', 'G', 'T'];

/** @returns bytes; 1 KB is 1024 bytes. A number alone is bytes. */
export function parseSize(text: string): Parsed<number> {
  return sizeIn(1024, text);
}

/** The same for messages, where 1 KB is 1000 bytes: mail servers count either way, and this is within both. */
export function parseMessageSize(text: string): Parsed<number> {
  return sizeIn(1000, text);
}

function sizeIn(base: number, text: string): Parsed<number> {
  const [, amount, unit = ''] = SIZE.exec(text.trim()) ?? [];
  if (amount === undefined) return refused('not-a-size');
  const power = POWERS.indexOf(unit.toUpperCase().replace(/I?B$|I$/, ''));
  const bytes = Math.round(Number(amount) * base ** power);
  return Number.isSafeInteger(bytes) && bytes > 0 ? parsed(bytes) : refused('not-a-size');
}
