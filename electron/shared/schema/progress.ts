// The one stream of progress that planning, collecting, packing and sending report. Used by every process.
import { z } from 'zod';
import { DeliveryFailure } from './delivery.ts';

/**
 * look: facts and file lists; collect: files into the draft; pack: the zip; check: reading it back; send: to a target;
 * draft: e-mails.
 */
export const Stage = z.enum(['look', 'collect', 'pack', 'check', 'send', 'draft']);
export type Stage = z.infer<typeof Stage>;

export const Progress = z.object({
  stage: Stage,
  /** The collector at work, in look and collect. */
  collector: z.string().optional(),
  /** The file at work, as the packet calls it. */
  file: z.string().optional(),
  doneBytes: z.number(),
  totalBytes: z.number(),
  doneFiles: z.number(),
  totalFiles: z.number(),
  /** Only in send: an attempt failed, and the next one begins after `delayMs`. */
  pause: z
    .object({
      reason: DeliveryFailure,
      delayMs: z.number(),
      /** Which repetition comes next, of how many. */
      retry: z.number().int(),
      retries: z.number().int(),
    })
    .optional(),
});
export type Progress = z.infer<typeof Progress>;
