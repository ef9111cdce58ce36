// What holds on this machine: the built-in policy with the policy file's values over it, each with its source, and what
// is wrong with the file. Used by every process.
import { z } from 'zod';
import { LogAreas } from '../policy/log-areas.ts';
import { SupportPolicy } from '../policy/support-policy.ts';
import { PolicyFile, UpdateSource } from './policy-file.ts';
import { SendingRules } from './policy-sending.ts';
import { RedactionLevel } from './redaction.ts';

export const PolicyTroubleCode = z.enum([
  /** The file cannot be read; detail: the system's code. */
  'cannot-read',
  'too-large',
  /** Detail: what stands where something else was expected; empty at the end of the file. */
  'not-json',
  /** Detail: the name that was given twice. */
  'duplicate-name',
  'too-deep',
  'unknown-setting',
  'missing-setting',
  /** Detail: the type that is expected. */
  'wrong-type',
  /** Detail: the values to choose from. */
  'not-one-of',
  'bad-value',
  /** Detail: the name. */
  'unknown-collector',
  /** Locked without a default to lock. */
  'nothing-to-lock',
  /** Detail: the name that two targets have. */
  'duplicate-target',
]);
export type PolicyTroubleCode = z.infer<typeof PolicyTroubleCode>;

/** One thing wrong with a policy file, and where. Lines and columns count from 1. */
export const PolicyTrouble = z.object({
  line: z.number().int(),
  column: z.number().int(),
  /** Such as redaction.keywords[2]; empty for the file as a whole. */
  setting: z.string(),
  code: PolicyTroubleCode,
  detail: z.string(),
});
export type PolicyTrouble = z.infer<typeof PolicyTrouble>;

/** Which rule of the policy stands against what was asked for. */
export const ForbiddenBy = z.enum([
  'target',
  'recipient',
  'message-size',
  'encryption',
  'age-encryption',
  'redaction',
]);
export type ForbiddenBy = z.infer<typeof ForbiddenBy>;

/** closed: the file's section is broken, and until it is mended the strictest value holds. */
export const PolicySource = z.enum(['built-in', 'file', 'closed']);
export type PolicySource = z.infer<typeof PolicySource>;

export const EffectivePolicy = z.object({
  /** The policy file's path; without one the built-in policy holds alone. */
  file: z.string().optional(),
  troubles: z.array(PolicyTrouble),
  support: SupportPolicy,
  defaults: PolicyFile.shape.defaults.unwrap(),
  locked: PolicyFile.shape.locked.unwrap(),
  redactionMinimum: RedactionLevel,
  keywords: z.array(z.string()),
  collectorsOff: z.array(z.string()),
  logAreas: LogAreas,
  sending: SendingRules,
  updates: UpdateSource.optional(),
  /** False: the file may switch collectors off, but which is not known; then no packet is built. */
  mayCollect: z.boolean(),
  /** By setting, as the file spells it; one that is missing is built-in. */
  sources: z.record(z.string(), PolicySource),
});
export type EffectivePolicy = z.infer<typeof EffectivePolicy>;
