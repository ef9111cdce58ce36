// Path rules of the machine looked at, which in tests is not the machine we run on. Runs in the engine's process.
import { type PlatformPath, posix, win32 } from 'node:path';
import type { Platform } from '#shared/schema/facts.ts';

/** @returns Node's path functions for that platform. */
export function pathRules(platform: Platform): PlatformPath {
  return platform === 'win32' ? win32 : posix;
}
