// Deliveries that can be gone on with: begun, not ended well, in nobody's hands, and their packet is still there. Runs in
// the main process.
import { stat } from 'node:fs/promises';
import type { SavedPacket } from '#shared/schema/saved-packet.ts';
import { rememberedPackets } from '../saved-packets.ts';
import { isUnderWay, rememberedDeliveries } from './delivery-state.ts';

export interface Unfinished {
  readonly packet: SavedPacket;
  /** Its address, without secrets. */
  readonly target: string;
  readonly startedAt: string;
}

/** @returns the last begun first. Only packets that this machine saved count: others are gone on with by the command line. */
export async function unfinishedDeliveries(dataFolder: string): Promise<Unfinished[]> {
  const remembered = await rememberedDeliveries(dataFolder);
  // Most starts of the program find none, and read nothing more.
  if (remembered.length === 0) return [];
  const packets = await rememberedPackets(dataFolder);
  const found = await Promise.all(
    remembered.map(async (one): Promise<Unfinished[]> => {
      const packet = packets.find(({ sha256 }) => sha256 === one.sha256);
      if (packet === undefined || (await isUnderWay(dataFolder, one))) return [];
      const isThere = await stat(packet.packetPath).then(
        () => true,
        () => false,
      );
      return isThere ? [{ packet, target: one.target, startedAt: one.startedAt }] : [];
    }),
  );
  return found.flat().sort((one, other) => other.startedAt.localeCompare(one.startedAt));
}
