// Tells a secret that has an unmistakable shape (see note: seal check). Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';

/** What a secret begins with, which sieve.as.ts looks for, and what it then is. */
const SHAPES: readonly (readonly [start: string, shape: RegExp, rule: RedactionRule])[] = [
  ['PRIVATE KEY-----', /^PRIVATE KEY-----\s+(?:[\w-]+: .*\s+)*[A-Za-z0-9+/]{40}/, 'private-key'],
  ['AKIA', /^AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/, 'cloud-key'],
  ['eyJ', /^eyJ[\w-]{12,}\.eyJ[\w-]{12,}\.[\w-]{16,}/, 'token'],
];
/** The same, where a longer word that holds it is none. */
const WORDS: typeof SHAPES = [
  ['ghp_', /^ghp_[A-Za-z0-9]{36}(?![\w.-])/, 'token'],
  ['glpat-', /^glpat-[\w-]{20}(?![\w.-])/, 'token'],
  ['xoxb-', /^xoxb-\d{10,13}-[\w-]{20,}(?![\w.-])/, 'token'],
  ['hvs.', /^hvs\.[\w-]{90,120}(?![\w.-])/, 'token'],
  ['AGE-SECRET-KEY-1', /^AGE-SECRET-KEY-1[A-Z0-9]{58}(?![\w.-])/, 'private-key'],
];
const LONGEST = 1024;

/** A secret that the end of the piece cuts is whole in the next one, which begins with the end of this one. */
export function secretAt(bytes: Buffer, at: number): RedactionRule | undefined {
  const text = bytes.toString('latin1', at, at + LONGEST);
  const isShape = ([start, shape]: (typeof SHAPES)[number]) => text.startsWith(start) && shape.test(text);
  return (SHAPES.find(isShape) ?? (beginsWord(bytes, at) ? WORDS.find(isShape) : undefined))?.[2];
}

/** A Chinese character may end in a byte that is a letter elsewhere. */
function beginsWord(bytes: Buffer, at: number): boolean {
  return !/[\w.-]$/.test(bytes.toString('latin1', Math.max(0, at - 1), at)) || (bytes[at - 2] ?? 0) >= 0x80;
}
