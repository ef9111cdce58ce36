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

/** What is there and would not be taken, by rule. */
export const PlannedOmission = z.object({
  collector: z.string(),
  /** Its place on the machine, or what else the reason is about. */
  path: z.string(),
  sizeBytes: z.number().optional(),
  /** A key of terms.reason. */
  reason: z.string(),
});
export type PlannedOmission = z.infer<typeof PlannedOmission>;

export const CasePlan = z.object({
  files: z.array(PlannedFile),
  totalBytes: z.number(),
  leftOut: z.array(PlannedOmission),
  facts: Facts,
  outcomes: z.array(CollectorOutcome),
  checklist: z.array(ChecklistItem),
});
export type CasePlan = z.infer<typeof CasePlan>;
