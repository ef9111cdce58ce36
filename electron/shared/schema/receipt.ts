// What handing over a packet yields. Used by every process.
import { z } from 'zod';
import { EncryptionWay } from './encryption.ts';

export const Receipt = z.object({
  caseReference: z.string(),
  packetPath: z.string(),
  bytes: z.number(),
  /** Of the file that leaves, as `bytes` is. */
  sha256: z.string(),
  encryption: EncryptionWay,
  files: z.number(),
  /** Required items that are missing. */
  gaps: z.array(z.string()),
  /** Collectors that failed or timed out. */
  failedCollectors: z.array(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;
