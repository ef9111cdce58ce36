// The built command line as a process of its own, as installed users run it: not the command that builds it first.
// Runs in vitest.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const BUILT_COMMAND = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url));

const NOBODY = 65534;

export interface ProcessOptions {
  readonly cwd: string;
  /** Where drafts go. */
  readonly temporaryFolder: string;
  /** Where maps of stand-ins and history go; without one, where the test runner keeps those of all tests. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Without root's rights; where tests do not run as root it is who we are. */
  readonly asNobody?: boolean;
  /** Instead of a pipe: an open file. */
  readonly stdout?: number;
  /** Instead of the built command. */
  readonly command?: string;
}

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of stdout: where a packet was built, its path. */
  readonly lastLine: string;
}

export interface Started {
  readonly pid: number;
  readonly finished: Promise<Finished>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when stdout or stderr holds this; rejects when the process ends without. */
  said(text: string | RegExp): Promise<void>;
}

/** English and nothing of this user's surroundings, so that every machine gives the same. */
function surroundings({ temporaryFolder, dataFolder, env }: ProcessOptions): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  const CASEPACK_DATA = dataFolder ?? process.env.CASEPACK_DATA;
  return { PATH, CASEPACK_DATA, HOME: temporaryFolder, TMPDIR: temporaryFolder, LANG: 'en_US.UTF-8', ...env };
}

/** Killed when the test ends, if it still runs then. */
export function startCasepack(args: readonly string[], options: ProcessOptions): Started {
  const root = process.getuid?.() === 0;
  const child = spawn(process.execPath, [options.command ?? BUILT_COMMAND, ...args], {
    cwd: options.cwd,
    env: surroundings(options),
    stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
    ...(options.asNobody && root ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return watched(child);
}

function watched(child: ChildProcess): Started {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      const lastLine = stdout.trimEnd().split('\n').at(-1) ?? '';
      resolve({ exitCode, signal, stdout, stderr, lastLine });
    });
  });
  return {
    pid: child.pid ?? 0,
    finished,
    kill: (signal) => void child.kill(signal),
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stdout.search(text) >= 0 || stderr.search(text) >= 0) resolve();
        };
        child.stdout?.on('data', look);
        child.stderr?.on('data', look);
        void finished.then(() => reject(new Error(`ended without saying ${text}: ${stdout}${stderr}`)));
        look();
      }),
  };
}

export function runCasepack(args: readonly string[], options: ProcessOptions): Promise<Finished> {
  return startCasepack(args, options).finished;
}
