// The bridge between the window and the main process: the contract's channels and nothing else. Runs sandboxed in the
// window's process; no zod here (it would be created before the page's security policy exists).
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, COMMAND_CHANNEL, PROGRESS_CHANNEL } from '#shared/ipc/channels.ts';
import type { Bridge } from '#shared/ipc/contract.ts';

const bridge: Bridge = {
  async invoke(channel, ...args) {
    if (!CHANNELS.includes(channel)) throw new Error(`no channel ${String(channel)}`);
    return ipcRenderer.invoke(channel, ...args);
  },
  onProgress(listener) {
    const forward = (_event: unknown, ...report: Parameters<typeof listener>) => listener(...report);
    ipcRenderer.on(PROGRESS_CHANNEL, forward);
    return () => ipcRenderer.off(PROGRESS_CHANNEL, forward);
  },
  onCommand(listener) {
    const forward = (_event: unknown, command: Parameters<typeof listener>[0]) => listener(command);
    ipcRenderer.on(COMMAND_CHANNEL, forward);
    return () => ipcRenderer.off(COMMAND_CHANNEL, forward);
  },
};
contextBridge.exposeInMainWorld('casepack', bridge);
