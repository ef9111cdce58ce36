// Runs once before the journeys: finds (or fetches) the Electron they open the window with. A test asks for it by
// `inject('electronPath')`. Runs in vitest's own process.
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { electronRuntime } from './electron-runtime.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    electronPath: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('electronPath', await electronRuntime());
}
