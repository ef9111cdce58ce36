// The limits of programs that print a system log. Runs in the engine's process.
import type { Command } from '../../host/host.ts';

/** Of one log, after which only its newest part is taken. */
export const MAX_SYSTEM_LOG_BYTES = 32 * 1024 ** 2;

export function systemLogCommand(program: string, args: readonly string[]): Command {
  return { program, args, timeoutMs: 120_000, maxOutputBytes: MAX_SYSTEM_LOG_BYTES };
}
