// What the program remembers between starts. Used by main process and window.
import { z } from 'zod';
import { Contact } from './case-request.ts';
import { SupportPlan } from './severity.ts';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** Anything may be missing: a first start, or a setting that a newer version added. */
export const Settings = z.object({
  language: Language.optional(),
  ccid: z.string().optional(),
  company: z.string().optional(),
  contact: z.object(Contact.shape).partial().optional(),
  plan: SupportPlan.optional(),
});
export type Settings = z.infer<typeof Settings>;
