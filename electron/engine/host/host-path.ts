// Path rules of the machine looked at, which in tests is not the machine we run on. Runs in the engine's process.
import { type PlatformPath, posix, sep, win32 } from 'node:path';
import type { Platform } from '#shared/schema/facts.ts';

/** @returns Node's path functions for that platform. */
export function pathRules(platform: Platform): PlatformPath {
  return platform === 'win32' ? win32 : posix;
}

/** Whether `path` of the machine we run on is `folder` or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}
