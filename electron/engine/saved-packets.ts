// The packets that were saved on this machine: one JSON object a line, only ever appended to; and whether such a packet is
// still what it was. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PacketState, SavedPacket } from '#shared/schema/saved-packet.ts';

const fileIn = (dataFolder: string) => join(dataFolder, 'packets.jsonl');
const LINE_FEED = 0x0a;

/** The line is on the disk when this resolves. Rejects with the system's error. */
export async function rememberPacket(dataFolder: string, packet: SavedPacket): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const file = await open(fileIn(dataFolder), 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    // A process that died while writing may have left half a line.
    const begin = size > 0 && last[0] !== LINE_FEED ? '\n' : '';
    await file.appendFile(`${begin}${JSON.stringify(packet)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @returns the newest first; lines that cannot be understood are passed over. */
export async function rememberedPackets(dataFolder: string): Promise<SavedPacket[]> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => '');
  const packets = text.split('\n').flatMap((line) => {
    try {
      const parsed = SavedPacket.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      // Half a line, or someone else's.
      return [];
    }
  });
  return packets.reverse();
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
