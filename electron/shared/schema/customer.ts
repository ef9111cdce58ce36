// Who a case is opened for; partners who serve many customers keep a profile for each. Used by main process and window.
import { z } from 'zod';
import { Contact } from './case-request.ts';
import { SupportPlan } from './severity.ts';

/** Any part may still be missing. */
export const Identity = z.object({
  ccid: z.string().optional(),
  company: z.string().optional(),
  contact: z.object(Contact.shape).partial().optional(),
  plan: SupportPlan.optional(),
});
export type Identity = z.infer<typeof Identity>;

/** An identity under a name of the user's own. */
export const Customer = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  identity: Identity,
});
export type Customer = z.infer<typeof Customer>;
