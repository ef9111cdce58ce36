// Where the calls of the window arrive; the only user of ipcMain. Imports little: it listens before the rest is loaded.
// Runs in the main process.
import { ipcMain } from 'electron';
import { CHANNELS } from '#shared/ipc/channels.ts';
import type { AnswerCall } from './answer-calls.ts';

/** @param answer who answers; loaded at the first call at the latest, and calls wait for it */
export function handleCalls(answer: () => Promise<AnswerCall>): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event, ...args) => (await answer())(channel, event, args));
  }
}
