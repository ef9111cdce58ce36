// Runs once before the journeys: finds (or fetches) the Electron they open the window with, and Wine with the Windows
// Node they run the engine on. A test asks for them by `inject`. Runs in vitest's own process.
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { ensureSystemPackages } from './debian-packages.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { windowsNode } from './windows-node.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    electronPath: string;
    windowsNodePath: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('electronPath', await electronRuntime());
  await ensureSystemPackages(['windows', 'delivery', 'mail', 'secrets', 'notifications']);
  project.provide('windowsNodePath', await windowsNode());
}
