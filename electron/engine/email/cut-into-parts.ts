// Cuts an encrypted packet, into which nobody can look, into raw parts; a note beside them says how they belong together.
// Runs in the engine's process.
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FORMAT_VERSION } from '#shared/schema/manifest.ts';
import type { PartsNote } from '#shared/schema/volume.ts';
import type { EngineContext } from '../engine-context.ts';
import { ProgressMeter } from '../packet/progress-meter.ts';
import { Trouble } from '../trouble.ts';
import type { SealedPacket } from './open-packet.ts';
import { verifyParts } from './verify-parts.ts';
import { PARTS_NOTE_END, partName } from './volume-names.ts';
import { writeHashed } from './write-hashed.ts';
import type { Attachment } from './write-volumes.ts';

/** What goes into the messages. */
export interface CutParts {
  /** One a message, in their order. */
  readonly parts: readonly Attachment[];
  /** Goes with the first message. */
  readonly note?: { readonly name: string; readonly path: string };
}

/** The note, in the first message, and what a part of it takes. */
const NOTE_BYTES = 4 * 1024;
const NOTE_BYTES_PER_PART = 512;
const SMALLEST_PART_BYTES = 64 * 1024;
/** Told where that is too little. */
const LEAST_MESSAGE_BYTES = 1024 ** 2;

/**
 * @param room the most bytes of a part
 * @param staging a private folder that the parts are written to
 */
export async function cutIntoParts(
  packet: SealedPacket,
  room: number,
  staging: string,
  { signal, onProgress }: EngineContext,
): Promise<CutParts> {
  const count = Math.ceil(packet.bytes / room) + 1;
  const partBytes = room - NOTE_BYTES - NOTE_BYTES_PER_PART * count * 2;
  if (partBytes < SMALLEST_PART_BYTES) {
    throw new Trouble({ code: 'message-limit-too-small', neededBytes: LEAST_MESSAGE_BYTES });
  }
  const of = Math.ceil(packet.bytes / partBytes);
  const meter = new ProgressMeter('pack', { totalBytes: packet.bytes, totalFiles: of }, onProgress);
  const parts: Attachment[] = [];
  for (let part = 1; part <= of; part += 1) {
    const name = partName(packet.name, part, of);
    const path = join(staging, name);
    const start = (part - 1) * partBytes;
    const source = createReadStream(packet.path, { start, end: start + partBytes - 1 });
    parts.push({ name, path, ...(await writeHashed(path, source, meter.file(undefined, name), signal)) });
  }
  const { name, bytes, sha256 } = packet;
  const note: PartsNote = {
    formatVersion: FORMAT_VERSION,
    packet: { name, bytes, sha256 },
    parts: parts.map((one) => ({ name: one.name, bytes: one.bytes, sha256: one.sha256 })),
  };
  const notePath = join(staging, `${name}${PARTS_NOTE_END}`);
  await writeFile(notePath, `${JSON.stringify(note, null, 1)}\n`, { mode: 0o600 });
  const report = await verifyParts(notePath, { signal, onProgress });
  if (!report.ok) throw new Trouble({ code: 'check-failed', detail: 'parts' });
  return { parts, note: { name: `${name}${PARTS_NOTE_END}`, path: notePath } };
}
