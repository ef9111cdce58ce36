// What the system's trouble means, as a note. Runs in the engine's process.
import type { Command, CommandAnswer } from '../host/host.ts';
import type { Note } from './collector.ts';

const REASON_OF_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  ELOOP: 'link-not-followed',
  ETIMEDOUT: 'time-limit',
};

/** Programs say it in words; Chinese Windows in Chinese. journalctl shows a part only and calls it a hint. */
const DENIED = /permission denied|not permitted|not seeing messages|access is denied|拒绝访问/i;

/** @param trouble the system's code, such as EACCES. */
export function fileNote(path: string, trouble: string): Note {
  return { reason: REASON_OF_CODE[trouble] ?? 'cannot-read', about: path, detail: trouble };
}

/** @returns undefined where the program did all it was asked for. */
export function commandNote(command: Command, answer: CommandAnswer): Note | undefined {
  const detail = answer.stderr.trim().slice(0, 2_000);
  const denied = DENIED.test(detail);
  if (answer.status === 'ok' && !denied) return undefined;
  return {
    reason: denied ? 'permission-denied' : REASON_OF_STATUS[answer.status],
    about: [command.program, ...command.args].join(' '),
    ...(detail === '' ? {} : { detail }),
  };
}

const REASON_OF_STATUS: Readonly<Record<CommandAnswer['status'], string>> = {
  ok: 'command-failed',
  failed: 'command-failed',
  'not-found': 'not-found',
  'timed-out': 'time-limit',
};
