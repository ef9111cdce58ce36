// A page of a draft's file as it would leave, with what was replaced in it. Used by every process.
import { z } from 'zod';
import { RedactionRule } from './redaction.ts';

export const DraftPage = z.object({
  /** From 0. */
  page: z.number().int().nonnegative(),
  pages: z.number().int().positive(),
  /** In a row they are the page's text as it would leave. */
  segments: z.array(
    z.object({
      text: z.string(),
      /** What stood there; shown on this machine only. Secrets have none. */
      original: z.string().optional(),
      /** Present where something was replaced; of secrets only that it was one is still known: `password`. */
      rule: RedactionRule.optional(),
    }),
  ),
});
export type DraftPage = z.infer<typeof DraftPage>;
