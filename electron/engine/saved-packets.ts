// The packets that were saved on this machine: one JSON object a line, only ever appended to; and whether such a packet is
// still what it was. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type PacketState, SavedPacket } from '#shared/schema/saved-packet.ts';
import { appendJsonLine, readJsonLines } from './own-files/json-lines.ts';

const fileIn = (dataFolder: string) => join(dataFolder, 'packets.jsonl');

/** The line is on the disk when this resolves. Rejects with the system's error. */
export function rememberPacket(dataFolder: string, packet: SavedPacket): Promise<void> {
  return appendJsonLine(fileIn(dataFolder), packet);
}

/** @returns the newest first; lines that cannot be understood are passed over. */
export async function rememberedPackets(dataFolder: string): Promise<SavedPacket[]> {
  return (await readJsonLines(fileIn(dataFolder), SavedPacket)).reverse();
}

/** Reads the whole file. Throws only when cancelled. */
export async function packetState(
  { packetPath, sha256 }: Pick<SavedPacket, 'packetPath' | 'sha256'>,
  signal: AbortSignal,
): Promise<PacketState> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(packetPath, { signal })) hash.update(chunk as Buffer);
  } catch {
    signal.throwIfAborted();
    return 'gone';
  }
  return hash.digest('hex') === sha256 ? 'unchanged' : 'changed';
}
