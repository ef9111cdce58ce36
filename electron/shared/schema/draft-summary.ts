// What the user reviews before anything leaves: the draft's list without its bytes. Used by every process.
import { z } from 'zod';
import { ChecklistItem } from './checklist.ts';
import { CollectorOutcome, Cut } from './manifest.ts';
import { RedactionLevel, RuleCount, WithheldFile } from './redaction.ts';

export const DraftFile = z.object({
  path: z.string(),
  collector: z.string(),
  bytes: z.number(),
  /** Bytes it will take in the packet. */
  packedBytes: z.number(),
  cut: Cut.optional(),
  /** What was replaced in it, by rule; empty where nothing was. */
  redactions: z.array(RuleCount),
  /** Goes as it is, such as a picture that the user added: nothing in it was replaced. */
  unredacted: z.boolean(),
});
export type DraftFile = z.infer<typeof DraftFile>;

export const DraftSummary = z.object({
  caseReference: z.string(),
  files: z.array(DraftFile),
  redaction: z.object({
    level: RedactionLevel,
    /** Over all files and the case sheet. */
    rules: z.array(RuleCount),
    /** What redaction keeps on this machine; the user may let what is `binary` go. */
    withheld: z.array(WithheldFile),
    /** Beyond the first 100,000, names are replaced only where a text says what they are. */
    tooManyNames: z.literal(true).optional(),
  }),
  outcomes: z.array(CollectorOutcome),
  checklist: z.array(ChecklistItem),
});
export type DraftSummary = z.infer<typeof DraftSummary>;
