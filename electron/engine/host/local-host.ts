// This machine as a Host. Runs in the engine's process.
import { randomBytes } from 'node:crypto';
import { arch, hostname, release } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { Platform } from '#shared/schema/facts.ts';
import { comeLast } from './come-last.ts';
import { type Host, isTrouble } from './host.ts';
import { isBelow } from './host-path.ts';
import { fileInfo, listFolder, openFile, readSmallText, realFilePath } from './local-files.ts';
import { createEndsReader } from './read-file-ends.ts';
import { runCommand } from './run-command.ts';
import { runForFile } from './run-for-file.ts';
import { ThreadedFiles } from './threaded-files.ts';

export interface LocalHostOptions {
  /** Absolute paths are looked up below this folder: a mounted system disk, or a tree planted by a test. */
  readonly rootFolder?: string;
}

/** @returns this machine; platforms other than Windows, Linux and macOS throw. */
export async function createLocalHost(options: LocalHostOptions = {}): Promise<Host> {
  const { rootFolder } = options;
  const locate = (path: string) =>
    rootFolder !== undefined && isAbsolute(path) && !isBelow(path, rootFolder)
      ? join(rootFolder, path)
      : path;
  const readEnds = createEndsReader();
  return {
    platform: Platform.parse(process.platform),
    arch: arch(),
    kernelVersion: release(),
    hostName: hostname(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    elevated: await isElevated(),
    env: process.env,
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    randomBytes,
    info: (path) => fileInfo(locate(path)),
    realPath: (path) => realFilePath(locate(path)),
    list: (folder) => listFolder(locate(folder)),
    readText: (path, maxBytes) => readSmallText(locate(path), maxBytes),
    open: (path, within) => openFile(locate(path), within),
    startWholeFileReader: (threadFile) => ThreadedFiles.start(threadFile, locate),
    readEnds: (path, sizeBytes, bytes) => readEnds(locate(path), sizeBytes, bytes),
    comeLast,
    run: runCommand,
    runForFile,
    // Loaded when it is asked for: half a megabyte of script that a case of logs does without.
    hardware: async () => (await import('./local-hardware.ts')).localHardware(),
  };
}

/** Only an elevated administrator may list this folder of Windows; elsewhere root is user 0. */
async function isElevated(): Promise<boolean> {
  if (process.platform !== 'win32') return process.getuid?.() === 0;
  const systemRoot = process.env.SystemRoot ?? 'C:\\Windows';
  return !isTrouble(await listFolder(join(systemRoot, 'System32', 'config')));
}
