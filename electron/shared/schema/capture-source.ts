// A screen or window that a picture can be taken of. Used by main process and window.
import { z } from 'zod';

export const CaptureSource = z.object({
  /** The system's, valid until the next list. */
  id: z.string(),
  kind: z.enum(['screen', 'window']),
  /** A window's title; a screen's is the system's own, often in English. */
  name: z.string(),
  /** A small picture as a data address. */
  preview: z.string().startsWith('data:image/'),
});
export type CaptureSource = z.infer<typeof CaptureSource>;
