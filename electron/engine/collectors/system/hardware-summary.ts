// CPU, memory, disks with free space, network addresses, machine model. Runs in the engine's process.
import type { Collector } from '../collector.ts';

export const hardwareSummary: Collector = {
  id: 'hardware.summary',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 60_000,
  async look({ host }) {
    const hardware = await host.hardware();
    return {
      facts: { hardware },
      sources: [{ kind: 'text', name: 'hardware.json', text: `${JSON.stringify(hardware, null, 2)}\n` }],
    };
  },
};
