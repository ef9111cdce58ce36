// Packets by their hash: those of the list of saved packets, and those of this run whose entry could not be written there.
// The window never names a path. Runs in the main process.
import { rememberedPackets } from '#engine/saved-packets.ts';

export interface KnownPackets {
  /** A packet that was saved just now. */
  add(sha256: string, path: string): void;
  /** Undefined for a hash that is none of a saved packet. */
  path(sha256: string): Promise<string | undefined>;
}

export function createKnownPackets(dataFolder: string): KnownPackets {
  const ofRun = new Map<string, string>();
  return {
    add: (sha256, path) => void ofRun.set(sha256, path),
    async path(sha256) {
      const known = ofRun.get(sha256);
      if (known !== undefined) return known;
      const packets = await rememberedPackets(dataFolder);
      return packets.find((packet) => packet.sha256 === sha256)?.packetPath;
    },
  };
}
