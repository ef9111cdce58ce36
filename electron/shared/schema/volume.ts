// What accompanies a packet that was cut for e-mail, so that the parts can be held together again. Used by every process.
import { z } from 'zod';
import { FORMAT_VERSION } from './manifest.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().nonnegative();

/** The packet that was cut. */
const CutPacket = z.object({ name: z.string(), bytes: Count, sha256: Sha256 });

/** One piece of a file that is larger than a volume. */
export const FilePiece = z.object({
  /** Its name in this volume. */
  entry: z.string(),
  /** The whole file's path in the packet. */
  path: z.string(),
  /** From 1. Pieces lie in ascending volumes. */
  piece: z.number().int().positive(),
  of: z.number().int().positive(),
  bytes: Count,
  sha256: Sha256,
});
export type FilePiece = z.infer<typeof FilePiece>;

/** volume.json: which volume this is, and what in it is not a whole file of the packet. */
export const VolumeNote = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  caseReference: z.string(),
  /** From 1. */
  volume: z.number().int().positive(),
  of: z.number().int().positive().max(10_000),
  packet: CutPacket,
  pieces: z.array(FilePiece),
  /** Files for people that the packet itself does not have. */
  notes: z.array(z.object({ path: z.string(), bytes: Count, sha256: Sha256 })),
});
export type VolumeNote = z.infer<typeof VolumeNote>;

/** `<packet>.parts.json`, for an encrypted packet: raw parts that are joined in this order. */
export const PartsNote = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  packet: CutPacket,
  parts: z.array(z.object({ name: z.string(), bytes: Count, sha256: Sha256 })).min(1),
});
export type PartsNote = z.infer<typeof PartsNote>;
