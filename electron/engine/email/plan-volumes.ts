// Which file of a packet goes into which volume: whole files as they are packed already, and only those that are larger
// than a volume in pieces. Runs in the engine's process.
import type { FileHandle } from 'node:fs/promises';
import type { ProgressMeter } from '../packet/progress-meter.ts';
import { Trouble } from '../trouble.ts';
import { cutFile, MAX_BLOCK_PACKED_BYTES, type StagedPiece } from './cut-file.ts';
import { firstFitDecreasing } from './first-fit.ts';
import { encodedBytes } from './message-size.ts';
import type { OpenPacket, PacketFile } from './open-packet.ts';
import { unpackedChunks } from './packed-stream.ts';

/** What a zip adds to an entry's packed bytes: both headers, room for zip64 fields, and its name twice. */
const ENTRY_BYTES = 160;
/** The end of the directory, volume.json, and the note on joining a file. */
const VOLUME_BYTES = 16 * 1024;

/** Room for a message's text, where the least possible limit is told. */
const OTHER_MESSAGE_BYTES = 64 * 1024;

export interface PlannedPiece extends StagedPiece {
  readonly file: PacketFile;
  /** From 1. */
  readonly piece: number;
  readonly of: number;
}
export interface PlannedVolume {
  readonly files: readonly PacketFile[];
  /** A volume holds at most one; a file's pieces lie in ascending volumes. */
  readonly piece: PlannedPiece | undefined;
  /** Files that had to be deflated anew, since they were stored. */
  readonly repacked: readonly PlannedPiece[];
}

const entryCost = (path: string, packedBytes: number) =>
  packedBytes + ENTRY_BYTES + 2 * Buffer.byteLength(path);

/**
 * @param room the most bytes of a volume
 * @param staging takes the pieces of files that are cut
 * @returns at least one volume. Rejects with Trouble where the room is too small for any.
 */
export async function planVolumes(
  packet: OpenPacket,
  room: number,
  staging: FileHandle,
  meter: ProgressMeter,
  signal: AbortSignal,
): Promise<PlannedVolume[]> {
  const commonBytes = packet.common.reduce((sum, file) => sum + fileCost(file), VOLUME_BYTES);
  const contentRoom = room - commonBytes;
  const smallest = entryCost('x'.repeat(200), 2 * MAX_BLOCK_PACKED_BYTES);
  if (contentRoom < smallest) {
    const neededBytes = encodedBytes(commonBytes + smallest) + OTHER_MESSAGE_BYTES;
    throw new Trouble({ code: 'message-limit-too-small', neededBytes });
  }
  const whole: PacketFile[] = [];
  const pieces: PlannedPiece[] = [];
  const repacked: PlannedPiece[] = [];
  let staged = 0;
  for (const file of packet.others) {
    if (file.packed.method === 'deflated' && fileCost(file) <= contentRoom) {
      whole.push(file);
      continue;
    }
    const chunks = unpackedChunks(packet.path, file.packed);
    const pieceRoom = contentRoom - pieceCost(file, 0);
    const onPacked = meter.file(undefined, file.path);
    const cut = await cutFile(chunks, staging, staged, pieceRoom, onPacked, signal);
    staged = cut.reduce((end, { packedBytes }) => end + packedBytes, staged);
    const planned = cut.map((piece, at) => ({ ...piece, file, piece: at + 1, of: cut.length }));
    (cut.length === 1 ? repacked : pieces).push(...planned);
  }
  const rooms = pieces.map(({ file, packedBytes }) => contentRoom - pieceCost(file, packedBytes));
  const items = [...whole, ...repacked];
  const volumes = firstFitDecreasing(
    items,
    (item) => ('file' in item ? entryCost(item.file.path, item.packedBytes) : fileCost(item)),
    rooms.length + items.length === 0 ? [contentRoom] : rooms,
    contentRoom,
  );
  return volumes.map((volume, at) => ({
    files: volume.filter((item): item is PacketFile => !('file' in item)),
    piece: pieces[at],
    repacked: volume.filter((item): item is PlannedPiece => 'file' in item),
  }));
}

/** @returns what a piece of the file takes: its name is longer. */
function pieceCost({ path }: PacketFile, packedBytes: number): number {
  return entryCost(`${path}.part001`, packedBytes);
}

function fileCost({ path, packed }: PacketFile): number {
  return entryCost(path, packed.packedBytes);
}
