// What the program remembers between starts. Used by main process and window.
import { z } from 'zod';
import { Customer, Identity } from './customer.ts';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** Anything may be missing: a first start, or a setting that a newer version added. */
export const Settings = Identity.extend({
  language: Language.optional(),
  customers: z.array(Customer).optional(),
});
export type Settings = z.infer<typeof Settings>;
