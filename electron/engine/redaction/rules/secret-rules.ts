// Under which rule secrets are counted, by what their field's name says. Pure. Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';
import { Sense } from '../scan/sense.ts';

/** By sense; all others are tokens. */
export const RULE_OF_SENSE: Readonly<Record<number, RedactionRule>> = {
  [Sense.password]: 'password',
  [Sense.token]: 'token',
  [Sense.header]: 'token',
  [Sense.licence]: 'licence-code',
  [Sense.keyOrId]: 'token',
};
