// A private X server for tests and benchmarks that open the real window on a machine without a display. Runs in the test
// process or in plain Node, starts Xvfb (Debian package xvfb).
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * @typedef {object} Xvfb
 * @property {string} display the value for the environment variable DISPLAY
 * @property {() => Promise<void>} stop
 */

const startTimeoutMs = 10_000;

/**
 * Starts Xvfb; it picks a free display number itself and reports it on file descriptor 3, so runs do not collide.
 * @returns {Promise<Xvfb>}
 */
export async function startXvfb(screen = '1280x900x24') {
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not start in time')), startTimeoutMs);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} at once`)));
    let answer = '';
    server.stdio[3]?.on('data', (chunk) => {
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
