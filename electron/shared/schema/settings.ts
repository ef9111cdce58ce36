// What the program remembers between starts. Used by main process and window.
import { z } from 'zod';
import { Customer, Identity } from './customer.ts';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** Anything may be missing: a first start, or a setting that a newer version added. */
export const Settings = Identity.extend({
  language: Language.optional(),
  customers: z.array(Customer).optional(),
  /** Who got the last packet by e-mail; nobody until the user named somebody. */
  mailTo: z.string().optional(),
  /** The mail server's limit, in millions of bytes. */
  maxMessageMb: z.number().int().positive().optional(),
});
export type Settings = z.infer<typeof Settings>;
