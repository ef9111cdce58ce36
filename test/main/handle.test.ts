import type { IpcMainInvokeEvent } from 'electron';
import { expect, it, vi } from 'vitest';
import type { AnswerCall } from '#main/answer-calls.ts';
import { handleCalls } from '#main/handle.ts';
import { CHANNELS } from '#shared/ipc/channels.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;
const listeners = vi.hoisted(() => new Map<string, Listener>());

// Outside of Electron its module is only a path.
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
}));

it('listens on every channel of the contract at once, and answers when there is who can', async () => {
  let loaded: (answer: AnswerCall) => void = () => undefined;
  const loading = new Promise<AnswerCall>((resolve) => {
    loaded = resolve;
  });
  handleCalls(() => loading);
  expect([...listeners.keys()]).toEqual([...CHANNELS]);

  const event = { frameId: 1 } as IpcMainInvokeEvent;
  const asked = listeners.get('draft:discard')?.(event, 'first', 2);
  loaded(async (...call) => call);
  await expect(asked).resolves.toEqual(['draft:discard', event, ['first', 2]]);
});
