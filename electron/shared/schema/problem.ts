// Expected trouble as a value: a code and its facts, put into words at the edges only. Used by every process.
import { z } from 'zod';
import { ChecklistItemId } from './checklist.ts';
import { DeliveryFailure } from './delivery.ts';
import { ForbiddenBy } from './effective-policy.ts';
import { RedactionRule } from './redaction.ts';

export const Problem = z.discriminatedUnion('code', [
  /** A required item that the user can supply is missing. */
  z.object({ code: z.literal('missing-item'), item: ChecklistItemId }),
  /** --only or --skip names no collector and no area. */
  z.object({ code: z.literal('unknown-collector'), name: z.string() }),
  /** Something that should have been replaced was still in this file of the packet, which was removed. */
  z.object({ code: z.literal('leak-found'), path: z.string(), rule: RedactionRule }),
  /** No packet of that case was made on this machine by this user, so its stand-ins are not known. */
  z.object({ code: z.literal('no-stand-ins'), caseReference: z.string() }),
  /** A file that should be a map of stand-ins is none. */
  z.object({ code: z.literal('not-stand-ins'), path: z.string() }),
  /** A file that was to be shown is no text, or an archive of several files. */
  z.object({ code: z.literal('not-text'), path: z.string() }),
  /** A file or folder that the user named cannot be read; `reason` is the system's code, such as ENOENT. */
  z.object({ code: z.literal('cannot-read'), path: z.string(), reason: z.string() }),
  /** The output folder, or a file in it, cannot be written. */
  z.object({ code: z.literal('cannot-write'), path: z.string(), reason: z.string() }),
  /** Known before anything is written: the volume is too small. */
  z.object({
    code: z.literal('not-enough-space'),
    path: z.string(),
    neededBytes: z.number(),
    freeBytes: z.number(),
  }),
  /** The volume filled up while writing. */
  z.object({ code: z.literal('disk-full'), path: z.string() }),
  /** The packet did not read back as it was written; it was removed. */
  z.object({ code: z.literal('check-failed'), detail: z.string() }),
  /** No public key of age, although it looks like one: a letter is wrong. */
  z.object({ code: z.literal('bad-recipient'), recipient: z.string() }),
  /** The packet did not arrive; it is where it was. */
  z.object({
    code: z.literal('delivery-failed'),
    reason: DeliveryFailure,
    /** Without secrets. */
    target: z.string(),
    /** The server's or the system's own words; may be empty. */
    detail: z.string(),
  }),
  /** A file that was to be sent is no packet of ours. */
  z.object({ code: z.literal('not-a-packet'), path: z.string() }),
  /** A packet that was to be sent is not what its manifest says; nothing was sent or written. */
  z.object({ code: z.literal('damaged-packet'), path: z.string(), detail: z.string() }),
  /** Not even the case sheet and the smallest part fit into a message; `neededBytes` is the least that would do. */
  z.object({ code: z.literal('message-limit-too-small'), neededBytes: z.number() }),
  /** The server is met for the first time; nothing was sent. With `line` in the known hosts file it is trusted. */
  z.object({
    code: z.literal('unknown-host-key'),
    /** As the known hosts file names it. */
    host: z.string(),
    keyType: z.string(),
    fingerprint: z.string(),
    line: z.string(),
    knownHostsFile: z.string(),
  }),
  /** The file of named targets cannot be understood; `detail` is the place in it and what is wrong there. */
  z.object({ code: z.literal('bad-targets-file'), path: z.string(), detail: z.string() }),
  /** The machine's policy file cannot be understood where it says what must not leave. */
  z.object({ code: z.literal('policy-broken'), file: z.string() }),
  /** The machine's policy does not allow it; `allowed` is what it does allow, empty where that says nothing. */
  z.object({ code: z.literal('policy-forbids'), by: ForbiddenBy, given: z.string(), allowed: z.string() }),
  z.object({ code: z.literal('cancelled') }),
  /** The window only: the engine's process ended by itself; the next call starts a new one. */
  z.object({ code: z.literal('engine-stopped') }),
  /** The window only: the system gives no picture of the screen, or shows nothing of it any more. */
  z.object({
    code: z.literal('capture-unavailable'),
    reason: z.enum(['wayland', 'permission', 'nothing-shown']),
  }),
  /** The window only: a bug; its details were written to a file on this machine. */
  z.object({ code: z.literal('unexpected-error'), detailsFile: z.string() }),
]);
export type Problem = z.infer<typeof Problem>;
