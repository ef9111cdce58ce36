// The machine-wide policy file an enterprise may place: what is preset, locked, demanded and switched off on this
// machine. Every section may be missing; docs/administrator.md explains them. Used by every process.
import { z } from 'zod';
import { LogAreas } from '../policy/log-areas.ts';
import { SupportPolicy } from '../policy/support-policy.ts';
import { Ccid } from './ccid.ts';
import { DeliveryPolicy, EncryptionPolicy, LimitsPolicy, RecipientsPolicy } from './policy-sending.ts';
import { RedactionLevel } from './redaction.ts';
import { SupportPlan } from './severity.ts';

/** Values of a case that nobody has to type. */
const PolicyDefaults = z
  .strictObject({ ccid: Ccid, company: z.string().trim().min(1).max(500), plan: SupportPlan })
  .partial();
export type PolicyDefaults = z.infer<typeof PolicyDefaults>;

/** Where a signed note about the newest version lies, and the Ed25519 key it must be signed with. */
export const UpdateSource = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  /** The raw 32 bytes in Base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});
export type UpdateSource = z.infer<typeof UpdateSource>;

export const PolicyFile = z.strictObject({
  formatVersion: z.literal(1),
  /** Replaces these parts of the built-in support policy. */
  support: SupportPolicy.partial().strict().optional(),
  defaults: PolicyDefaults.optional(),
  /** Of the defaults, those that nobody can change. */
  locked: z.array(z.enum(['ccid', 'company', 'plan'])).optional(),
  redaction: z
    .strictObject({
      /** No case is redacted less. */
      minimum: RedactionLevel,
      /** Replaced in every case, besides those the user adds. */
      keywords: z.array(z.string().trim().min(2).max(200)),
    })
    .partial()
    .optional(),
  /** Ids and areas of collectors that never run here. */
  collectorsOff: z.array(z.string().min(1)).optional(),
  /** Which logs support reads for which problem, instead of the built-in table. */
  logAreas: z.strictObject(LogAreas.shape).optional(),
  delivery: DeliveryPolicy.optional(),
  recipients: RecipientsPolicy.optional(),
  limits: LimitsPolicy.optional(),
  encryption: EncryptionPolicy.optional(),
  updates: UpdateSource.optional(),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** A part of the file that is understood, or not, for itself. */
export type PolicySection = Exclude<keyof PolicyFile, 'formatVersion'>;
export const POLICY_SECTIONS = Object.keys(PolicyFile.shape).filter(
  (name) => name !== 'formatVersion',
) as PolicySection[];
