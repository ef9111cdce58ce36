// Starts a program of this machine: fixed arguments, no shell, bounded time and output, low priority.
// The one place with child processes. Runs in the engine's process.
import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { consoleText } from './console-text.ts';
import type { Command, CommandAnswer } from './host.ts';
import { KeptOutput } from './kept-output.ts';

/** C for words that parsers know, UTF-8 so that names are not mangled. */
const LOCALE = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
const MAX_COMPLAINT_BYTES = 64 * 1024;
const PATIENCE_MS = 200;

/** @param signal ends the program at once; the answer is then `timed-out`. */
export function runCommand(command: Command, signal: AbortSignal): Promise<CommandAnswer> {
  return new Promise((resolve) => {
    const stdout = new KeptOutput(command.maxOutputBytes, command.keepNewest ?? false);
    const stderr = new KeptOutput(MAX_COMPLAINT_BYTES, false);
    let child: ChildProcess | undefined;
    let ended: CommandAnswer['status'] | undefined;
    const finish = (status: CommandAnswer['status'], exitCode: number | null) => {
      clearTimeout(limit);
      clearTimeout(patience);
      signal.removeEventListener('abort', stop);
      resolve({
        status,
        exitCode,
        stdout: stdout.bytes(),
        stderr: consoleText(stderr.bytes()),
        truncated: stdout.truncated,
      });
    };
    const letGo = () => {
      child?.stdout?.destroy();
      child?.stderr?.destroy();
      finish(ended ?? 'timed-out', null);
    };
    let patience: NodeJS.Timeout | undefined;
    /** What it has printed by now still comes; but a grandchild may hold the pipes open for ever. */
    const end = (status: CommandAnswer['status']) => {
      ended ??= status;
      child?.kill('SIGKILL');
      patience ??= setTimeout(letGo, PATIENCE_MS);
    };
    const stop = () => end('timed-out');
    const limit = setTimeout(stop, command.timeoutMs);
    signal.addEventListener('abort', stop);
    if (signal.aborted) return letGo();
    try {
      child = start(command);
    } catch {
      // A file that is no program for this machine.
      return finish('failed', null);
    }
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!stdout.add(chunk)) end('ok');
    });
    child.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk));
    child.on('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ENOENT' || error.code === 'EACCES' ? 'not-found' : 'failed', null),
    );
    child.on('close', (exitCode) => finish(ended ?? (exitCode === 0 ? 'ok' : 'failed'), exitCode));
  });
}

function start({ program, args }: Command): ChildProcess {
  const child = spawn(program, args, {
    env: { ...process.env, ...LOCALE },
    shell: false,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  lowerPriority(child.pid);
  return child;
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}
