// What happens when something happened that nobody expected: one plain line, and a file with the details for whoever
// mends it. Runs in the command line's process.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Texts } from '#shared/i18n/texts.ts';
import { EXIT_BUG } from './exit-codes.ts';
import { tool } from './tool.ts';
import type { Voice } from './voice.ts';

/** Holds program, runtime and stack; no option values, no environment. */
function details(bug: unknown): string {
  const stack = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  return [
    `${tool.name} ${tool.version}`,
    `Node ${process.version}, ${process.platform} ${process.arch}`,
    new Date().toISOString(),
    stack,
    '',
  ].join('\n');
}

/** @returns the exit code for bugs. */
export async function tellBug(bug: unknown, voice: Voice, { cli }: Texts): Promise<number> {
  const file = join(tmpdir(), `${tool.name}-error-${randomBytes(6).toString('hex')}.txt`);
  const code = 'unexpected-error';
  try {
    await writeFile(file, details(bug), { mode: 0o600, flag: 'wx' });
    voice.problem({ code, message: cli.bug(file) });
  } catch {
    // No place for a file: the message alone must do.
    const message = bug instanceof Error ? bug.message : String(bug);
    voice.problem({ code, message: cli.bugWithoutFile(message) });
  }
  return EXIT_BUG;
}
