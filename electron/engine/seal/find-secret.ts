// Finds secrets that have an unmistakable shape (see note: seal check). Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';

/** What a secret begins with, which is quick to look for, and what it then is. */
const SHAPES: readonly (readonly [start: string, shape: RegExp, rule: RedactionRule])[] = [
  ['PRIVATE KEY-----', /^PRIVATE KEY-----\s+(?:[\w-]+: .*\s+)*[A-Za-z0-9+/]{40}/, 'private-key'],
  ['AKIA', /^AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/, 'cloud-key'],
  ['eyJ', /^eyJ[\w-]{12,}\.eyJ[\w-]{12,}\.[\w-]{16,}/, 'token'],
];
const LONGEST = 1024;

/** A secret that the end of the piece cuts is whole in the next one, which begins with the end of this one. */
export function findSecret(bytes: Buffer): RedactionRule | undefined {
  for (const [start, shape, rule] of SHAPES) {
    for (let at = bytes.indexOf(start, 0, 'latin1'); at >= 0; at = bytes.indexOf(start, at + 1, 'latin1')) {
      if (shape.test(bytes.toString('latin1', at, at + LONGEST))) return rule;
    }
  }
  return undefined;
}
