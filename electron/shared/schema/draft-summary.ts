// What the user reviews before anything leaves: the draft's list without its bytes. Used by every process.
import { z } from 'zod';
import { ChecklistItem } from './checklist.ts';
import { CollectorOutcome, Cut } from './manifest.ts';

export const DraftFile = z.object({
  path: z.string(),
  collector: z.string(),
  bytes: z.number(),
  /** Bytes it will take in the packet. */
  packedBytes: z.number(),
  cut: Cut.optional(),
});
export type DraftFile = z.infer<typeof DraftFile>;

export const DraftSummary = z.object({
  caseReference: z.string(),
  files: z.array(DraftFile),
  outcomes: z.array(CollectorOutcome),
  checklist: z.array(ChecklistItem),
});
export type DraftSummary = z.infer<typeof DraftSummary>;
