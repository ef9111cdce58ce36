// Finds where an interrupted delivery of a packet was going. Runs in the engine's process.
import { rememberedDeliveries } from './delivery-state.ts';

/** @returns the URL of the last interrupted delivery of the packet at this path, without secrets, or undefined. */
export async function interruptedTarget(dataFolder: string, packetPath: string): Promise<string | undefined> {
  const deliveries = await rememberedDeliveries(dataFolder);
  return deliveries
    .filter((one) => one.packetPath === packetPath)
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt))
    .at(-1)?.target;
}
