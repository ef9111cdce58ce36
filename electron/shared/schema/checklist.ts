// The guide's list of what a case must contain, and what of it is there. Used by every process.
import { z } from 'zod';

/** The guide's items (chapter 3), in its order. */
export const ChecklistItemId = z.enum([
  'ccid',
  'company',
  'contact-name',
  'contact-phone',
  'contact-email',
  'operating-system',
  'commvault-version',
  'patch-level',
  'database-version',
  'hardware',
  'tape-library',
  'title',
  'description',
  'system-logs',
  'commvault-logs',
  'screenshots',
  'severity',
]);
export type ChecklistItemId = z.infer<typeof ChecklistItemId>;

export const ChecklistItem = z.object({
  item: ChecklistItemId,
  required: z.boolean(),
  state: z.enum(['provided', 'missing', 'not-applicable']),
  /** The value or where it comes from; empty when there is none. */
  detail: z.string(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;
