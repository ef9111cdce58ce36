// What the main process and the engine answer to a window that starts, for tests. Runs in vitest.
import type { MachineInfo, StartInfo } from '#shared/ipc/contract.ts';

export function sampleStart(changes: Partial<StartInfo> = {}): StartInfo {
  return {
    version: '0.0.0-test',
    language: 'en',
    settings: {},
    outputFolder: '/home/w/Documents',
    ...changes,
  };
}

export const sampleMachine: MachineInfo = {
  platform: 'linux',
  collectors: [
    { id: 'os.release', needsAdmin: 'never' },
    { id: 'commvault.logs', needsAdmin: 'for-some' },
    { id: 'system.logs', needsAdmin: 'for-some' },
  ],
  elevated: true,
};
