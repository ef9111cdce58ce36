// What handing over a packet yields. Used by every process.
import { z } from 'zod';

export const Receipt = z.object({
  caseReference: z.string(),
  packetPath: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  files: z.number(),
  /** Required items that are missing. */
  gaps: z.array(z.string()),
  /** Collectors that failed or timed out. */
  failedCollectors: z.array(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;
