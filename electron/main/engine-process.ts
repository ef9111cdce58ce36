// Entry of the engine's process: the engine desk behind Electron's message port, so that the window never waits for
// reading, deflating or hashing. Runs in Electron's utility process, at low priority: a sick server comes first.
import { constants, setPriority } from 'node:os';
import { createLocalHost } from '#engine/host/local-host.ts';
import { createEngineDesk } from './engine-desk.ts';
import type { ToEngine } from './engine-messages.ts';

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const port = process.parentPort;
// A file of its own in out/main.
const threadFile = new URL('engine-thread.js', import.meta.url);
const desk = createEngineDesk(createLocalHost(), (message) => port.postMessage(message), threadFile);

port.on('message', (event) => {
  const message = event.data as ToEngine;
  if (message.type === 'shut-down') void desk.close().then(() => process.exit(0));
  else void desk.take(message);
});
