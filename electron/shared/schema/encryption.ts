// How a packet is encrypted before it leaves. Used by every process.
import { z } from 'zod';

export const EncryptionWay = z.enum(['none', 'password', 'age']);
export type EncryptionWay = z.infer<typeof EncryptionWay>;

/** Shorter passwords are taken with a warning: whoever has the file can try millions a second. */
export const ADVISED_PASSWORD_LENGTH = 12;

/** A public key of age; whether its checksum is right only the engine can say. */
export const AgeRecipient = z.string().regex(/^age1[ac-hj-np-z02-9]{58}$/);

/** What the user chose. The password lives in memory only: never in settings, logs, receipts or the packet. */
export const Encryption = z.discriminatedUnion('way', [
  z.object({ way: z.literal('password'), password: z.string().min(1).max(1000) }),
  z.object({ way: z.literal('age'), recipients: z.array(AgeRecipient).min(1).max(20) }),
]);
export type Encryption = z.infer<typeof Encryption>;
