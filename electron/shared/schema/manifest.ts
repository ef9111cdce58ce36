// manifest.json: every other file of the packet, and how each collector ended. Used by every process.
import { z } from 'zod';

/** The version of case.json and manifest.json that this program writes and knows. */
export const FORMAT_VERSION = 1;

/** Why a file in the packet is not the whole of its source. */
export const Cut = z.enum([
  'size-limit',
  'time-window',
  'around-incident',
  'shrank',
  'grew',
  'read-error',
  'time-limit',
]);
export type Cut = z.infer<typeof Cut>;

export const ManifestFile = z.object({
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  /** Lower-case hexadecimal, of the bytes in the packet. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  collector: z.string(),
  modifiedAt: z.iso.datetime({ offset: true }),
  sourcePath: z.string().optional(),
  redactions: z.number().int().nonnegative(),
  cut: Cut.optional(),
});
export type ManifestFile = z.infer<typeof ManifestFile>;

export const OutcomeStatus = z.enum(['ok', 'partial', 'failed', 'timed-out', 'skipped']);
export type OutcomeStatus = z.infer<typeof OutcomeStatus>;

export const CollectorOutcome = z.object({
  collector: z.string(),
  status: OutcomeStatus,
  reason: z.string().optional(),
  durationMs: z.number().int().nonnegative(),
});
export type CollectorOutcome = z.infer<typeof CollectorOutcome>;

export const Manifest = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  caseReference: z.string(),
  files: z.array(ManifestFile),
  outcomes: z.array(CollectorOutcome),
});
export type Manifest = z.infer<typeof Manifest>;
