// Sending a saved packet from the window: what it is told of targets, and what it says of new ones. Files of a target are
// known to it by name only, secrets not at all. Used by main process and window.
import { z } from 'zod';
import { DeliveryReceipt, HistoryEntry } from './delivery.ts';
import { DeliveryTarget } from './delivery-target.ts';
import { SavedPacket } from './saved-packet.ts';

/** policy: from the machine's policy file; user: in the file of targets; run: forgotten when the program ends. */
const TargetOrigin = z.enum(['policy', 'user', 'run']);

/** A target as the window shows it. */
export const TargetInfo = DeliveryTarget.pick({ mailTo: true, proxy: true }).extend({
  name: z.string(),
  /** Without what may hold a signature or a token; a folder's path. */
  url: z.string(),
  isFolder: z.boolean(),
  origin: TargetOrigin,
  /** Names of files, for showing only. */
  identityFile: z.string().optional(),
  caFile: z.string().optional(),
  /** A login without a key, for which no password is at hand. */
  wantsPassword: z.boolean(),
});
export type TargetInfo = z.infer<typeof TargetInfo>;

export const Targets = z.object({
  targets: z.array(TargetInfo),
  /** Whether the system keeps passwords; otherwise they are forgotten when the program ends. */
  keepsPasswords: z.boolean(),
});
export type Targets = z.infer<typeof Targets>;

/** The file of an earlier version of the target, a newly picked one by its id, or none. */
const TargetFile = z.union([z.enum(['none', 'same']), z.uuid()]);

export const TypedTarget = DeliveryTarget.pick({ name: true, url: true, mailTo: true, proxy: true }).extend({
  /** The name of the target that this one takes the place of. */
  replaces: z.string().optional(),
  identityFile: TargetFile,
  caFile: TargetFile,
  /** False: for this run of the program only. */
  remember: z.boolean(),
});
export type TypedTarget = z.infer<typeof TypedTarget>;

/** Where a packet is to go: a target by its name, or a folder that was picked. */
export const SendTo = z.union([z.object({ target: z.string() }), z.object({ folder: z.uuid() })]);
export type SendTo = z.infer<typeof SendTo>;

export const SendOrder = z.object({
  /** What the packet is known by. */
  sha256: z.string(),
  to: SendTo,
  /** What was typed just now; kept for this run, and longer where `keep` says so and the system can. */
  password: z
    .object({ of: z.enum(['login', 'proxy']), text: z.string().max(10_000), keep: z.boolean() })
    .optional(),
  /** Once more, although it was delivered there or may have been. */
  again: z.boolean(),
});
export type SendOrder = z.infer<typeof SendOrder>;

export const Sent = z.object({
  receipt: DeliveryReceipt,
  /** For showing only. */
  receiptPath: z.string().optional(),
  /** It had been delivered before, and nothing was sent. */
  earlier: z.boolean(),
  /** Whether history and receipt are on the disk. */
  recorded: z.boolean(),
});
export type Sent = z.infer<typeof Sent>;

/** A delivery that did not end well and can be gone on with. */
export const UnfinishedDelivery = z.object({
  packet: SavedPacket,
  /** The name of the target it was going to. */
  target: z.string(),
  url: z.string(),
  startedAt: z.iso.datetime(),
});
export type UnfinishedDelivery = z.infer<typeof UnfinishedDelivery>;

/** A saved packet with all its deliveries, the newest first. */
export const ListedPacket = SavedPacket.extend({ deliveries: z.array(HistoryEntry) });
export type ListedPacket = z.infer<typeof ListedPacket>;
