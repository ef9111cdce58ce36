// What saving a packet for e-mail yields. Used by every process.
import { z } from 'zod';

export const EmailDraft = z.object({
  /** Absolute path of the .eml file. */
  path: z.string(),
  bytes: z.number(),
  /** The attachment, which also lies beside the draft. */
  attachment: z.object({ path: z.string(), bytes: z.number(), sha256: z.string() }),
});
export type EmailDraft = z.infer<typeof EmailDraft>;

export const EmailDrafts = z.object({
  /** Absent for an encrypted packet of another name. */
  caseReference: z.string().optional(),
  /** Absolute. */
  folder: z.string(),
  /** In the order they are to be sent. */
  drafts: z.array(EmailDraft),
});
export type EmailDrafts = z.infer<typeof EmailDrafts>;
