// `npm start`: opens the window where there is a display, and runs the demo where there is none. Brings along what
// the window needs: the build, the system packages, Electron. Plain Node.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages } from './debian-packages.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { runReportingProblems } from './setup-problem.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = fileURLToPath(new URL('bin/casepack.mjs', import.meta.url));

const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await runReportingProblems(hasDisplay ? openWindow : runDemo);

async function openWindow() {
  await ensureBuilt();
  await ensureSystemPackages(['window']);
  // Imported late: it needs the dependencies, and ensureBuilt has just said so if they are not installed.
  const { electronRuntime } = await import('./electron-runtime.mjs');
  const electron = await electronRuntime();
  const args = ['.'];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.error('Running as root: Chromium refuses its sandbox there, so the window opens without it.');
    args.push('--no-sandbox');
  }
  await become(electron, args);
}

async function runDemo() {
  console.error('No display here, so no window: building a packet from the built-in demo host instead.');
  await become(process.execPath, [command, 'demo']);
}

/**
 * Runs a program in our place: same terminal, its exit code, and our signals go to it.
 * @param {string} program
 * @param {string[]} args
 */
async function become(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
