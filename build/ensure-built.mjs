// Builds out/ when it is missing or no longer fits the sources: shared by the casepack command, `npm start` and
// the tests. Started directly (`npm run build`) it builds in any case. Plain Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeAbandonedFolders } from './abandoned-folders.mjs';
import { isStartedDirectly, runReportingProblems, SetupProblem } from './setup-problem.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = join(root, 'out');
const stampFile = join(outFolder, 'sources.sha256');

const sourceFolders = ['electron', 'renderer'];
const sourceFiles = [
  'package.json',
  'package-lock.json',
  'build/electron.vite.config.ts',
  'build/first-screen-pages.ts',
];

/** The built command line. */
export const builtCommandLine = join(outFolder, 'main/cli.js');

/** True if out/ was built from the sources as they are now. */
export function isBuilt() {
  try {
    return readFileSync(stampFile, 'utf8') === sourcesFingerprint();
  } catch {
    return false;
  }
}

/** Builds out/ unless it fits the sources; quiet when all goes well, a SetupProblem with the bundler's words if not. */
export async function ensureBuilt() {
  if (!isBuilt()) await build();
}

/**
 * Builds into a folder of its own and puts that in place of out/ with a rename, so that a kill in the middle
 * leaves no half-built out/ and two builds at the same time do not mix (the later one stays).
 */
export async function build() {
  requireNode();
  await removeAbandonedFolders(outFolder);
  const fingerprint = sourcesFingerprint(); // taken before: an edit during the build makes the result stale
  const staging = `${outFolder}.${process.pid}`;
  try {
    await runBundler(staging);
    await writeFile(join(staging, 'sources.sha256'), fingerprint);
    await replaceFolder(outFolder, staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Path, size and time of every source: also sees files removed, renamed or set back to an older version. */
function sourcesFingerprint() {
  const inFolders = sourceFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))),
  );
  const hash = createHash('sha256');
  for (const path of [...inFolders, ...sourceFiles].sort()) {
    const entry = statSync(join(root, path), { throwIfNoEntry: false });
    if (entry?.isFile()) hash.update(`${path}\0${entry.size}\0${entry.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} outDir absolute */
async function runBundler(outDir) {
  const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [bundler, 'build', '--config', 'build/electron.vite.config.ts', '--outDir', outDir];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new SetupProblem(`Casepack could not be built from its sources:\n${Buffer.concat(output)}`);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupProblem(`Casepack needs Node 20.19 or later; this is ${process.version}.`);
  }
  try {
    statSync(join(root, 'node_modules/electron-vite'));
  } catch {
    throw new SetupProblem(`The dependencies are not installed: run "npm ci" in ${root} first.`);
  }
}

/**
 * @param {string} target
 * @param {string} replacement
 */
async function replaceFolder(target, replacement) {
  for (let attempt = 1; ; attempt += 1) {
    const aside = `${replacement}.old${attempt}`;
    await rename(target, aside).catch(ignoring('ENOENT'));
    try {
      await rename(replacement, target);
      return await rm(aside, { recursive: true, force: true });
    } catch (error) {
      // Another build came between the two renames: move that one aside as well.
      if (attempt === 5) throw error;
      await rm(aside, { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} code
 * @returns {(error: NodeJS.ErrnoException) => void}
 */
function ignoring(code) {
  return (error) => {
    if (error.code !== code) throw error;
  };
}

if (isStartedDirectly(import.meta.url)) await runReportingProblems(build);
