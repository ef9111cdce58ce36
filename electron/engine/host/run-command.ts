// Starts a program of this machine: fixed arguments, no shell, bounded time and output, low priority.
// The one place with child processes. Runs in the engine's process.
import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Command, CommandAnswer } from './host.ts';

/** C for words that parsers know, UTF-8 so that names are not mangled. */
const LOCALE = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };

/** @param signal ends the program at once; the answer is then `timed-out`. */
export function runCommand(command: Command, signal: AbortSignal): Promise<CommandAnswer> {
  return new Promise((resolve) => {
    const child = execFile(
      command.program,
      [...command.args],
      {
        encoding: 'buffer',
        env: { ...process.env, ...LOCALE },
        killSignal: 'SIGKILL',
        maxBuffer: command.maxOutputBytes,
        shell: false,
        signal,
        timeout: command.timeoutMs,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        const truncated = error?.code === ('ERR_CHILD_PROCESS_STDIO_MAXBUFFER' as unknown);
        resolve({
          status: truncated ? 'ok' : statusOf(error, signal),
          exitCode: child.exitCode,
          stdout,
          stderr: stderr.toString('utf8'),
          truncated,
        });
      },
    );
    child.stdin?.end();
    lowerPriority(child.pid);
  });
}

function statusOf(
  error: (Error & { code?: unknown; killed?: boolean }) | null,
  signal: AbortSignal,
): CommandAnswer['status'] {
  if (error === null) return 'ok';
  if (error.code === 'ENOENT' || error.code === 'EACCES') return 'not-found';
  return error.killed === true || signal.aborted ? 'timed-out' : 'failed';
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}
