// A packet as e-mail drafts, top to bottom: cut it so that no message is too large, read the parts back, write the
// drafts, then give everything its final name. Runs in the engine's process.
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Result } from '#shared/ipc/result.ts';
import type { EmailDraft, EmailDrafts } from '#shared/schema/email-drafts.ts';
import type { EngineContext } from '../engine-context.ts';
import { freeBytes } from '../free-space.ts';
import { createPrivateFolder } from '../packet/private-folder.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import {
  type Protection,
  refuseMessageSize,
  refuseRecipients,
  refuseUnprotected,
} from '../policy/sending-policy.ts';
import { asResult, Trouble, writeTrouble } from '../trouble.ts';
import { type CutParts, cutIntoParts } from './cut-into-parts.ts';
import { cutIntoVolumes } from './cut-into-volumes.ts';
import { encodedBytes, largestAttachment } from './message-size.ts';
import { type ListedPart, type MessageContent, messageSubject, messageText } from './message-text.ts';
import { type OpenPacket, openPacket, type SealedPacket } from './open-packet.ts';
import { draftName, readPacketName } from './volume-names.ts';
import { type DraftMessage, messageBytes, writeDraft } from './write-draft.ts';

export interface EmailOptions {
  /** Addresses; may be empty, since nobody's is invented. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** No message is larger, everything included. */
  readonly maxMessageBytes: number;
  /** An existing folder. */
  readonly folder: string;
}

/** Mail servers add headers of their own on the way. */
const HEADROOM_BYTES = 8 * 1024;

/** @param path of the packet, absolute. The packet stays as it is. */
export function saveForEmail(
  path: string,
  options: EmailOptions,
  context: EngineContext,
): Promise<Result<EmailDrafts>> {
  return asResult(context.signal, async () => {
    refuseRecipients([...options.to, ...options.cc], context.rules);
    refuseMessageSize(options.maxMessageBytes, context.rules);
    const packet = await openPacket(path, context.signal);
    refuseUnprotected(protectionOf(packet), context.rules);
    await refuseFullFolder(packet, options);
    const staging = await createPrivateFolder(options.folder);
    try {
      const cut = await cutToFit(packet, staging, options, context);
      const drafts = await writeDrafts(packet, cut, staging, options, context);
      return await giveNames(drafts, cut, packet, options.folder);
    } catch (error) {
      throw writeTrouble(error, options.folder);
    } finally {
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    }
  });
}

type AnyPacket = OpenPacket | SealedPacket;

function protectionOf(packet: AnyPacket): Protection {
  if (packet.kind === 'open') return { encryption: 'none', redaction: packet.sheet?.redaction.level };
  return { encryption: packet.name.endsWith('.age') ? 'age' : 'password' };
}

/** Parts and drafts stay beside each other; a draft is a third larger than its part. */
async function refuseFullFolder({ bytes }: AnyPacket, { folder }: EmailOptions): Promise<void> {
  const neededBytes = Math.ceil((bytes + encodedBytes(bytes)) * 1.05) + 1024 ** 2;
  const free = await freeBytes(folder);
  if (free < neededBytes) {
    throw new Trouble({ code: 'not-enough-space', path: folder, neededBytes, freeBytes: free });
  }
}

/** The longer the list of parts, the less room is left for a part: so the number of parts is guessed, and raised. */
async function cutToFit(
  packet: AnyPacket,
  staging: string,
  options: EmailOptions,
  context: EngineContext,
): Promise<CutParts> {
  for (let guess = 1; ; ) {
    const room = await attachmentRoom(packet, guess, options, context);
    const likely = Math.ceil((packet.bytes * 1.1) / room) + 1;
    if (likely > guess) {
      guess = likely * 2;
      continue;
    }
    const cut =
      packet.kind === 'open'
        ? await cutIntoVolumes(packet, room, staging, context)
        : await cutIntoParts(packet, room, staging, context);
    if (cut.parts.length <= guess) return cut;
    for (const { path } of cut.parts) await rm(path, { force: true });
    guess = cut.parts.length * 2;
  }
}

/** @returns the largest attachment that leaves room for everything else in the first message, which is the longest. */
async function attachmentRoom(
  packet: AnyPacket,
  count: number,
  options: EmailOptions,
  context: EngineContext,
): Promise<number> {
  const name = `${packet.name}_${count}of${count}.zip`;
  const parts = Array.from({ length: count }, () => ({ name, bytes: 1e12 - 1, sha256: packet.sha256 }));
  const message = draftMessage(packet, parts, 1, [{ name, content: Buffer.alloc(0) }], options, context);
  const room = largestAttachment(options.maxMessageBytes - HEADROOM_BYTES - (await messageBytes(message)));
  if (room > 0) return room;
  const neededBytes = 2 * 1024 ** 2;
  throw new Trouble({ code: 'message-limit-too-small', neededBytes });
}

function draftMessage(
  packet: AnyPacket,
  parts: readonly ListedPart[],
  part: number,
  attachments: DraftMessage['attachments'],
  { to, cc }: EmailOptions,
  { host }: EngineContext,
): DraftMessage {
  const known = readPacketName(packet.name);
  const content: MessageContent = {
    packet: packet.name,
    caseReference: packet.kind === 'open' ? packet.caseReference : known.caseReference,
    sheet: packet.kind === 'open' ? packet.sheet : undefined,
    sealed: packet.kind === 'sealed',
    parts,
  };
  const subject = messageSubject(content, known, part);
  return { to, cc, subject, text: messageText(content, part), date: host.now(), attachments };
}

async function writeDrafts(
  packet: AnyPacket,
  { parts, note }: CutParts,
  staging: string,
  options: EmailOptions,
  context: EngineContext,
): Promise<EmailDraft[]> {
  const totalBytes = parts.reduce((sum, { bytes }) => sum + encodedBytes(bytes), 0);
  const meter = new ProgressMeter('draft', { totalBytes, totalFiles: parts.length }, context.onProgress);
  const drafts: EmailDraft[] = [];
  for (const [at, { name, path, bytes, sha256 }] of parts.entries()) {
    const attachments = [
      { name, content: path },
      ...(note === undefined || at > 0 ? [] : [{ name: note.name, content: note.path }]),
    ];
    const message = draftMessage(packet, parts, at + 1, attachments, options, context);
    const draft = join(staging, draftName(packet.name, at + 1, parts.length));
    const written = await writeDraft(draft, message, meter.file(undefined, basename(draft)), context.signal);
    if (written > options.maxMessageBytes) throw new Error(`${draft} has ${written} bytes`);
    drafts.push({ path: draft, bytes: written, attachment: { path, bytes, sha256 } });
  }
  return drafts;
}

/** Drafts last: where one is, its attachment is beside it. A former set of the same packet and limit is replaced. */
async function giveNames(
  drafts: readonly EmailDraft[],
  { parts, note }: CutParts,
  packet: AnyPacket,
  folder: string,
): Promise<EmailDrafts> {
  const final = (path: string) => join(folder, basename(path));
  const paths = [...parts.map(({ path }) => path), ...(note === undefined ? [] : [note.path])];
  for (const path of [...paths, ...drafts.map((draft) => draft.path)]) {
    // An encrypted packet that was not cut may be here already.
    if (final(path) !== packet.path) await rename(path, final(path));
  }
  const known = readPacketName(packet.name);
  const caseReference = packet.kind === 'open' ? packet.caseReference : known.caseReference;
  return {
    ...(caseReference === undefined ? {} : { caseReference }),
    folder,
    drafts: drafts.map(({ path, bytes, attachment }) => ({
      path: final(path),
      bytes,
      attachment: { ...attachment, path: final(attachment.path) },
    })),
  };
}
