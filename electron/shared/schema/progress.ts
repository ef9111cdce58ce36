// The one stream of progress that planning, collecting and packing report. Used by every process.
import { z } from 'zod';

/** look: facts and file lists; collect: files into the draft; pack: the zip; check: reading it back. */
export const Stage = z.enum(['look', 'collect', 'pack', 'check']);
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
});
export type Progress = z.infer<typeof Progress>;
