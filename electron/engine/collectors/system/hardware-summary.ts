// CPU, memory, disks with free space, network addresses, machine model, host adapters. Runs in the engine's process.
import type { HardwareFacts, HostAdapter } from '#shared/schema/facts.ts';
import { DEVICE_AREAS } from '#shared/schema/problem-area.ts';
import type { Collector, LookContext, Note } from '../collector.ts';
import { linuxHostAdapters } from './host-adapters-linux.ts';
import { windowsHostAdapters } from './host-adapters-windows.ts';
import { linuxMachine } from './linux-machine.ts';

export const hardwareSummary: Collector = {
  id: 'hardware.summary',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 60_000,
  async look(context) {
    const { host } = context;
    const { adapters, note } = await hostAdapters(context);
    const hardware: HardwareFacts = {
      ...(await host.hardware()),
      ...(host.platform === 'linux' ? await linuxMachine(host) : {}),
      ...(adapters.length === 0 ? {} : { hostAdapters: adapters }),
    };
    return {
      facts: { hardware },
      sources: [{ kind: 'text', name: 'hardware.json', text: `${JSON.stringify(hardware, null, 2)}\n` }],
      ...(note === undefined ? {} : { notes: [note] }),
    };
  },
};

async function hostAdapters({
  host,
  request,
  signal,
}: LookContext): Promise<{ adapters: HostAdapter[]; note?: Note }> {
  if (host.platform === 'linux') return { adapters: await linuxHostAdapters(host) };
  if (host.platform !== 'win32' || !DEVICE_AREAS.includes(request.problemArea)) return { adapters: [] };
  // PowerShell takes seconds to start.
  return windowsHostAdapters(host, signal);
}
