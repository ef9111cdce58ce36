// A packet that was saved on this machine, as the list of cases remembers it. Used by every process.
import { z } from 'zod';
import { SeverityLevel } from './severity.ts';

/** One line of the data folder's packets.jsonl. */
export const SavedPacket = z.object({
  savedAt: z.iso.datetime(),
  caseReference: z.string(),
  packetPath: z.string(),
  bytes: z.number(),
  /** Of the whole file; also what the packet is known by. */
  sha256: z.string(),
  files: z.number(),
  /** How many required items are missing. */
  gaps: z.number(),
  title: z.string(),
  ccid: z.string(),
  company: z.string(),
  severity: SeverityLevel.optional(),
  /** The vendor's number of the case that this packet follows up. */
  ticket: z.string().optional(),
});
export type SavedPacket = z.infer<typeof SavedPacket>;

/** What has become of the file since. */
export const PacketState = z.enum(['unchanged', 'changed', 'gone']);
export type PacketState = z.infer<typeof PacketState>;
