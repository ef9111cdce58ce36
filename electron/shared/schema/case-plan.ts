// What a case would take, before anything is read: the answer of `plan`. Used by every process.
import { z } from 'zod';
import { ChecklistItem } from './checklist.ts';
import { Facts } from './facts.ts';
import { CollectorOutcome } from './manifest.ts';

export const PlannedFile = z.object({
  /** The entry's name in the packet. */
  path: z.string(),
  collector: z.string(),
  /** Undefined where only running it tells, such as a command's output. */
  sizeBytes: z.number().optional(),
  modifiedAt: z.string().optional(),
  sourcePath: z.string().optional(),
});
export type PlannedFile = z.infer<typeof PlannedFile>;

export const CasePlan = z.object({
  files: z.array(PlannedFile),
  totalBytes: z.number(),
  facts: Facts,
  outcomes: z.array(CollectorOutcome),
  checklist: z.array(ChecklistItem),
});
export type CasePlan = z.infer<typeof CasePlan>;
