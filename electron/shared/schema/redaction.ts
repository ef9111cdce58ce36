// How far redaction goes, what it replaced and what it kept back. Used by every process.
import { z } from 'zod';

/** off still masks secrets: no level lets a password go. strict adds what tells of folders, databases and tapes. */
export const RedactionLevel = z.enum(['standard', 'strict', 'off']);
export type RedactionLevel = z.infer<typeof RedactionLevel>;

/** What a replaced piece of text was. Secrets become a fixed mark; everything else a stand-in. */
export const RedactionRule = z.enum([
  // Secrets, at every level.
  'password',
  'token',
  'private-key',
  'cloud-key',
  'connection-string',
  'url-credentials',
  'command-line-secret',
  'licence-code',
  // From standard on.
  'email',
  'user',
  'host',
  'domain',
  'ipv4',
  'ipv6',
  'mac',
  'wwn',
  'keyword',
  // strict only.
  'file-path',
  'database',
  'policy',
  'barcode',
  'serial',
]);
export type RedactionRule = z.infer<typeof RedactionRule>;

/** How often a rule replaced something. */
export const RuleCount = z.object({ rule: RedactionRule, count: z.number().int().nonnegative() });
export type RuleCount = z.infer<typeof RuleCount>;

/** Why a file that was collected stays on this machine. */
export const WithheldReason = z.enum([
  'withheld-by-user',
  /** No text, so that nothing in it could be replaced; the user may let it go. */
  'binary',
  'unknown-encoding',
  /** A kind of archive that is not opened. */
  'archive',
  'archive-damaged',
  /** Unpacked it is larger than what is read, or a decompression bomb. */
  'archive-too-large',
  /** An archive in an archive in an archive. */
  'archive-too-deep',
  'redaction-failed',
  'time-limit',
]);
export type WithheldReason = z.infer<typeof WithheldReason>;

/** A file that stays here, by the name it would have had in the packet. */
export const WithheldFile = z.object({ path: z.string(), reason: WithheldReason });
export type WithheldFile = z.infer<typeof WithheldFile>;
