// Tape libraries and drives: what they are, what lies where, whether they are ready. Nothing is moved and no tape is opened:
// see note "Tape commands". Runs in the engine's process.
import type { Host } from '../../host/host.ts';
import type { Collector, Findings, LookContext } from '../collector.ts';
import { linuxLibrary } from './linux-library.ts';
import { macosLibrary } from './macos-library.ts';
import { windowsLibrary } from './windows-library.ts';

export const tapeLibrary: Collector = {
  id: 'tape.library',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 90_000,
  look: (context) => libraryOf[context.host.platform](context),
};

const libraryOf: Record<Host['platform'], (context: LookContext) => Promise<Findings>> = {
  win32: windowsLibrary,
  linux: linuxLibrary,
  darwin: macosLibrary,
};
