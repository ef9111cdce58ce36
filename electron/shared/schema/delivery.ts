// Sending a packet to a target: what can go wrong, and the proof that it went right. Used by every process.
import { z } from 'zod';
import { SupportPolicy } from '../policy/support-policy.ts';
import { SeverityLevel, SupportPlan } from './severity.ts';

/** Why a packet did not arrive. What each one asks the user to do is in the catalogues. */
export const DeliveryFailure = z.enum([
  'unknown-host',
  'name-lookup-failed',
  'refused',
  'unreachable',
  'connection-lost',
  'stalled',
  'certificate-untrusted',
  'certificate-name',
  'certificate-expired',
  'tls-failed',
  'proxy-unreachable',
  'proxy-login',
  'proxy-failed',
  'proxy-refused',
  'protocol-error',
  'host-key-changed',
  'identity-unusable',
  'login-refused',
  'forbidden',
  /** A presigned address whose time is over. */
  'link-expired',
  'not-found',
  'name-taken',
  'too-large',
  'no-space',
  'busy',
  'server-error',
  'rejected',
  'packet-changed',
  'arrived-different',
  'outcome-unknown',
  'already-running',
  /** Folders, whether on a disk, a USB medium or a share: not there when the delivery began, … */
  'folder-missing',
  'folder-forbidden',
  'folder-read-only',
  'folder-full',
  /** … its file system takes no file of that size, … */
  'folder-file-limit',
  /** … or gone since it began. */
  'folder-lost',
  'folder-stalled',
]);
export type DeliveryFailure = z.infer<typeof DeliveryFailure>;

/**
 * How far the arrival was checked. hash: the same content at the other end; size: the same length there; answer: the server
 * said that it took the packet.
 */
export const Verification = z.enum(['hash', 'size', 'answer']);
export type Verification = z.infer<typeof Verification>;

/** Written beside the packet as `<name>.receipt.json`; holds no secrets. */
export const DeliveryReceipt = z.object({
  formatVersion: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  packet: z.object({ name: z.string(), bytes: z.number(), sha256: z.string() }),
  /** Where it went: a URL without passwords, query and fragment, or a folder's path. */
  target: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** Over all runs of the program. */
  attempts: z.number().int(),
  verified: Verification,
  /** What the server answered, shortened. */
  answer: z.string(),
});
export type DeliveryReceipt = z.infer<typeof DeliveryReceipt>;

/** One line of the history: a receipt, or what became of a delivery that failed. */
export const HistoryEntry = z.discriminatedUnion('outcome', [
  DeliveryReceipt.extend({ outcome: z.literal('delivered'), packetPath: z.string() }),
  DeliveryReceipt.omit({ verified: true, answer: true }).extend({
    outcome: z.enum(['failed', 'cancelled']),
    packetPath: z.string(),
    /** The code of the problem, or why the packet did not arrive. */
    reason: z.string(),
  }),
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What to say on the phone about a packet that was delivered; what an encrypted packet hides is missing. */
export const PhoneFacts = z.object({
  caseReference: z.string().optional(),
  ccid: z.string().optional(),
  severity: SeverityLevel.optional(),
  title: z.string().optional(),
  plan: SupportPlan.optional(),
  hotline: z.string(),
  standardHours: SupportPolicy.shape.standardHours,
  /** The file's path, or where it was sent. */
  place: z.string(),
});
export type PhoneFacts = z.infer<typeof PhoneFacts>;
