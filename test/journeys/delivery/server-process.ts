// A real server of this machine, started by a test on a free loopback port and stopped by it. Runs in vitest.
import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProcess {
  readonly port: number;
  /** What it wrote to stdout and stderr. */
  output(): string;
  stop(): Promise<void>;
}

/** @returns a loopback port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Resolves when it listens; rejects with its output when it ends before that. */
export async function startServer(
  port: number,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (let waited = 0; !(await listens(port)); waited += 1) {
    if (child.exitCode !== null || waited > 200) throw new Error(`${program} did not start: ${output}`);
    await sleep(50);
  }
  return {
    port,
    output: () => output,
    async stop() {
      stopChild(child);
      await ended;
    },
  };
}

function stopChild(child: ChildProcess): void {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 1000).unref();
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
