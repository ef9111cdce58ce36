// The window's calls on packets that were saved before: it knows them by their hash, never by a path of its own. Runs in
// the main process.
import { readHistory } from '#engine/delivery/history.ts';
import { rememberedPackets } from '#engine/saved-packets.ts';
import { success } from '#shared/ipc/result.ts';
import type { Handlers } from './answer-calls.ts';
import type { EngineClient } from './engine-client.ts';

interface PacketCallOptions {
  readonly dataFolder: string;
  readonly engine: EngineClient;
  readonly showInFolder: (path: string) => void;
}

type PacketCalls = Pick<Handlers, 'packets:list' | 'packets:check' | 'packets:show'>;

export function packetCalls({ dataFolder, engine, showInFolder }: PacketCallOptions): PacketCalls {
  const find = async (sha256: string) =>
    (await rememberedPackets(dataFolder)).find((packet) => packet.sha256 === sha256);
  return {
    async 'packets:list'() {
      const [packets, history] = [await rememberedPackets(dataFolder), await readHistory(dataFolder)];
      const deliveries = (sha256: string) =>
        history.filter(({ packet }) => packet.sha256 === sha256).reverse();
      return success(packets.map((packet) => ({ ...packet, deliveries: deliveries(packet.sha256) })));
    },
    async 'packets:check'(sha256) {
      const packet = await find(sha256);
      if (packet === undefined) return success('gone');
      const { packetPath } = packet;
      return engine.call('check-packet', { packetPath, sha256 });
    },
    async 'packets:show'(sha256) {
      const packet = await find(sha256);
      if (packet !== undefined) showInFolder(packet.packetPath);
      return success(null);
    },
  };
}
