// What a policy file says of sending: where packets may go, to whom, how large, and how they are protected. Every part may be
// missing. Used by every process.
import { z } from 'zod';
import { DeliveryTarget } from './delivery-target.ts';
import { AgeRecipient } from './encryption.ts';

/** The beginning of an address: a scheme (sftp://), a server, a path on it; or a folder's path. */
const AllowedPlace = z
  .string()
  .regex(/^(?:[a-z0-9+]+:\/\/(?![^/]*:[^/]*@)[^\s?#]*|\\\\[^\\/]+\\.+|\/.*|[A-Za-z]:[\\/].*)$/);

export const DeliveryPolicy = z
  .strictObject({
    /** Named for --to and in the window, before the user's own. */
    targets: z.array(DeliveryTarget).max(100),
    /** Besides the targets above nothing else may be sent to; an empty list leaves these alone. */
    allowed: z.array(AllowedPlace).max(100),
  })
  .partial();

export const RecipientsPolicy = z
  .strictObject({
    /** Of e-mail drafts and of what mail servers are handed, where nobody is named. */
    mailTo: z.array(z.email()).max(20),
    mailCc: z.array(z.email()).max(20),
    /** Nobody else may be named. */
    locked: z.boolean(),
    /** Who can open every packet that is encrypted with age. */
    age: z.array(AgeRecipient).max(20),
  })
  .partial();

export const LimitsPolicy = z
  .strictObject({
    /** Of one e-mail, everything included; 1 MB is 1,000,000 bytes, as for --max-message. */
    maxMessageMB: z.number().min(1).max(10_000),
    /** Of the logs that a case takes; 1 MB is 1,048,576 bytes, as for --max-size. */
    maxCollectedMB: z.number().min(1).max(100_000_000),
  })
  .partial();

export const EncryptionPolicy = z
  .strictObject({
    /** any: with a password or for age keys; age: for age keys only. */
    required: z.enum(['no', 'any', 'age']),
  })
  .partial();

/** What holds on this machine for everything that leaves. */
export const SendingRules = z.object({
  /** False: the file may restrict it, but how is not known. */
  mayDeliver: z.boolean(),
  targets: z.array(DeliveryTarget),
  /** Absent: everywhere. */
  allowed: z.array(z.string()).optional(),
  mailTo: z.array(z.string()),
  mailCc: z.array(z.string()),
  recipientsLocked: z.boolean(),
  ageRecipients: z.array(z.string()),
  encryptionRequired: z.enum(['no', 'any', 'age']),
  maxMessageBytes: z.number().optional(),
  maxCollectedBytes: z.number().optional(),
});
export type SendingRules = z.infer<typeof SendingRules>;
