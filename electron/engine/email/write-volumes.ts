// Writes the planned volumes: each a zip on its own, with the case sheet, the manifest of the whole packet and a note
// that says which volume it is. Runs in the engine's process.
import { join } from 'node:path';
import { texts } from '#shared/i18n/texts.ts';
import { FORMAT_VERSION } from '#shared/schema/manifest.ts';
import type { FilePiece, VolumeNote } from '#shared/schema/volume.ts';
import { EntryNames } from '../packet/entry-names.ts';
import type { ProgressMeter } from '../packet/progress-meter.ts';
import { textEntry } from '../packet/text-entry.ts';
import { writeZip, type ZipEntry } from '../packet/write-zip.ts';
import type { OpenPacket, PacketFile } from './open-packet.ts';
import { packedStream } from './packed-stream.ts';
import type { PlannedPiece, PlannedVolume } from './plan-volumes.ts';
import { VOLUME_NOTE, volumeName } from './volume-names.ts';

export interface Attachment {
  readonly name: string;
  /** Where it lies now; absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The note for people, in a volume that holds a piece. */
const JOINING_NOTE = 'HOW-TO-JOIN.txt';

/**
 * @param folder an empty folder
 * @param staging where the pieces lie
 * @returns the volumes in their order
 */
export async function writeVolumes(
  packet: OpenPacket,
  volumes: readonly PlannedVolume[],
  { folder, staging }: { readonly folder: string; readonly staging: string },
  meter: ProgressMeter,
  signal: AbortSignal,
): Promise<Attachment[]> {
  const names = new EntryNames();
  for (const { path } of [...packet.common, ...packet.others]) names.claim(path);
  const written: Attachment[] = [];
  for (const [at, { files, repacked, piece }] of volumes.entries()) {
    const ready = piece === undefined ? undefined : pieceEntry(piece, names, staging);
    const modifiedAt = packet.common[0]?.modifiedAt ?? new Date();
    const joining =
      ready === undefined ? undefined : textEntry(JOINING_NOTE, joiningText(ready.note), modifiedAt);
    const note: VolumeNote = {
      formatVersion: FORMAT_VERSION,
      caseReference: packet.caseReference,
      volume: at + 1,
      of: volumes.length,
      packet: { name: packet.name, bytes: packet.bytes, sha256: packet.sha256 },
      pieces: ready === undefined ? [] : [ready.note],
      notes:
        joining === undefined ? [] : [{ path: joining.path, bytes: joining.bytes, sha256: joining.sha256 }],
    };
    const entries: ZipEntry[] = [
      ...packet.common.map((file) => copied(packet, file)),
      textEntry(VOLUME_NOTE, `${JSON.stringify(note, null, 1)}\n`, modifiedAt),
      ...(joining === undefined || ready === undefined ? [] : [joining, ready.entry]),
      ...files.map((file) => copied(packet, file)),
      ...repacked.map((one) => staged(one.file.path, one, staging)),
    ];
    const name = volumeName(packet.name, at + 1, volumes.length);
    const path = join(folder, name);
    const onEntry = (entry: ZipEntry) => meter.file(undefined, entry.path)(entry.packedBytes);
    written.push({ name, path, ...(await writeZip(path, entries, onEntry, signal)) });
  }
  return written;
}

function copied(packet: OpenPacket, { path, bytes, packed, modifiedAt }: PacketFile): ZipEntry {
  const { packedBytes, crc32 } = packed;
  return { path, modifiedAt, bytes, packedBytes, crc32, open: () => packedStream(packet.path, packed) };
}

function staged(path: string, piece: PlannedPiece, staging: string): ZipEntry {
  const { bytes, packedBytes, crc32, file } = piece;
  const open = () => packedStream(staging, piece);
  return { path, modifiedAt: file.modifiedAt, bytes, packedBytes, crc32, open };
}

function pieceEntry(piece: PlannedPiece, names: EntryNames, staging: string) {
  const number = String(piece.piece).padStart(3, '0');
  const entry = names.claim(`${piece.file.path}.part${number}`);
  const note: FilePiece = {
    entry,
    path: piece.file.path,
    piece: piece.piece,
    of: piece.of,
    bytes: piece.bytes,
    sha256: piece.sha256,
  };
  return { entry: staged(entry, piece, staging), note };
}

/** In both languages: the file may be read in another country. */
function joiningText({ path, of }: FilePiece): string {
  const lines = (['zh', 'en'] as const).map((language) => texts(language).email.howToJoin(path, of));
  return `\ufeff${lines.join('\r\n\r\n')}\r\n`;
}
