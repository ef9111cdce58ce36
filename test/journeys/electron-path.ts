// Where the journeys find the Electron that build/journey-setup.ts prepared. Runs in the test process.
import { inject } from 'vitest';
import type {} from '../../build/journey-setup.ts'; // declares the type of what is injected

/** The path of a real Electron binary; only tests in test/journeys have one. */
export function electronPath(): string {
  return inject('electronPath');
}
