// A private X server for tests that open the real window on a machine without a display. Runs in the test process,
// starts Xvfb (Debian package xvfb).
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Xvfb {
  /** The value for the environment variable DISPLAY. */
  display: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 10_000;

/** Starts Xvfb; it picks a free display number itself and reports it on file descriptor 3, so runs do not collide. */
export async function startXvfb(screen = '1280x900x24'): Promise<Xvfb> {
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not start in time')), startTimeoutMs);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} at once`)));
    let answer = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      resolve(answer.trim());
    });
  });
  return {
    display: `:${number}`,
    async stop() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    },
  };
}
