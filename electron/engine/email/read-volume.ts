// Is this zip a volume of a packet, and of which? Runs in the engine's process.
import type { Manifest } from '#shared/schema/manifest.ts';
import { VolumeNote } from '#shared/schema/volume.ts';
import { hashOfItem } from '../packet/entry-reader.ts';
import { readManifest } from '../packet/read-manifest.ts';
import { MANIFEST } from '../packet/verify-packet.ts';
import { zipItems } from '../packet/zip-packet.ts';
import { VOLUME_NOTE } from './volume-names.ts';

export interface FoundVolume {
  readonly note: VolumeNote;
  /** Of the whole packet. */
  readonly manifest: Manifest;
  readonly manifestSha256: string;
}

/** A note lists a few pieces only. */
const MAX_NOTE_BYTES = 1024 ** 2;

/** @returns undefined where it is no volume. Rejects where it is no sound zip or cannot be read. */
export async function readVolume(path: string, signal: AbortSignal): Promise<FoundVolume | undefined> {
  let note: VolumeNote | undefined;
  let manifest: Manifest | undefined;
  let manifestSha256: string | undefined;
  for await (const item of zipItems(path)) {
    signal.throwIfAborted();
    if (item.encrypted || item.kind !== 'file') continue;
    if (item.path === MANIFEST) {
      const read = await readManifest(item, signal);
      if ('code' in read) return undefined;
      manifest = read;
      manifestSha256 = await hashOfItem(item, item.bytes, () => undefined, signal);
    }
    if (item.path === VOLUME_NOTE) note = await readNote(item, signal);
    if (note && manifest && manifestSha256) return { note, manifest, manifestSha256 };
  }
  return undefined;
}

async function readNote(
  item: Parameters<typeof readManifest>[0],
  signal: AbortSignal,
): Promise<VolumeNote | undefined> {
  const chunks: Buffer[] = [];
  if (item.bytes > MAX_NOTE_BYTES) return undefined;
  await item.read(MAX_NOTE_BYTES, (chunk) => chunks.push(chunk), signal);
  try {
    return VolumeNote.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
