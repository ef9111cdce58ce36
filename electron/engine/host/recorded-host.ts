// A machine kept in a folder: host.json and its files below root/. For tests and the demo. Runs in the engine's process.
import { randomBytes } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HardwareFacts, Platform } from '#shared/schema/facts.ts';
import type { Command, CommandAnswer, Host } from './host.ts';
import { isBelow } from './host-path.ts';
import { KeptOutput } from './kept-output.ts';
import { fileInfo, listFolder, openFile, readSmallText, realFilePath } from './local-files.ts';
import { createEndsReader } from './read-file-ends.ts';
import { ThreadedFiles } from './threaded-files.ts';

/** Stands for the path that a program is told to write to. */
const ANY_PATH = '<path>';

const RecordedCommand = z.object({
  program: z.string(),
  /** Without arguments it answers any. */
  args: z.array(z.string()).optional(),
  stdout: z.string().optional(),
  /** Below the recording's folder; for output that is long or not UTF-8. */
  stdoutFile: z.string().optional(),
  /** Below the recording's folder; what it writes to the argument that is recorded as `<path>`. */
  writesFile: z.string().optional(),
  stderr: z.string().default(''),
  exitCode: z.number().int().default(0),
});
type RecordedCommand = z.infer<typeof RecordedCommand>;

const Recording = z.object({
  platform: Platform,
  arch: z.string(),
  kernelVersion: z.string(),
  hostName: z.string(),
  timeZone: z.string(),
  elevated: z.boolean(),
  env: z.record(z.string(), z.string()).default({}),
  now: z.iso.datetime({ offset: true }).optional(),
  hardware: HardwareFacts,
  commands: z.array(RecordedCommand).default([]),
});

/** @param folder holds host.json and root/; `/etc/x` is root/etc/x and `C:\x` is root/C/x. Rejects on a bad recording. */
export async function createRecordedHost(folder: string): Promise<Host> {
  const recording = Recording.parse(JSON.parse(await readFile(join(folder, 'host.json'), 'utf8')));
  const locate = (path: string) =>
    isBelow(path, folder)
      ? path
      : join(folder, 'root', ...path.split(/[\\/]+/).map((part) => part.replace(/^([A-Za-z]):$/, '$1')));
  const readEnds = createEndsReader();
  return {
    ...recording,
    now: () => (recording.now === undefined ? new Date() : new Date(recording.now)),
    elapsedMs: () => performance.now(),
    randomBytes,
    info: (path) => fileInfo(locate(path)),
    realPath: (path) => realFilePath(locate(path)),
    list: (path) => listFolder(locate(path)),
    readText: (path, maxBytes) => readSmallText(locate(path), maxBytes),
    open: (path, within) => openFile(locate(path), within),
    startWholeFileReader: (threadFile) => ThreadedFiles.start(threadFile, locate),
    readEnds: (path, sizeBytes, bytes) => readEnds(locate(path), sizeBytes, bytes),
    run: (command) => replay(command, recording.commands, folder),
    // The recording's standard output stands for the file.
    comeLast: async () => undefined,
    runForFile: async (command) => {
      const answer = await replay(command('file'), recording.commands, folder);
      return answer.status === 'ok' ? answer.stdout : undefined;
    },
    hardware: async () => recording.hardware,
  };
}

async function replay(
  command: Command,
  recorded: readonly RecordedCommand[],
  folder: string,
): Promise<CommandAnswer> {
  const found = recorded.find(
    ({ program, args }) => program === command.program && (args === undefined || fits(args, command.args)),
  );
  if (found === undefined) {
    const nothing = { exitCode: null, stdout: Buffer.alloc(0), stderr: '', truncated: false };
    return { status: 'not-found', ...nothing };
  }
  const stdout =
    found.stdoutFile === undefined
      ? Buffer.from(found.stdout ?? '')
      : await readFile(join(folder, found.stdoutFile));
  const written = command.args[found.args?.indexOf(ANY_PATH) ?? -1];
  if (found.writesFile !== undefined && written !== undefined) {
    await copyFile(join(folder, found.writesFile), written);
  }
  const kept = new KeptOutput(command.maxOutputBytes, command.keepNewest ?? false);
  kept.add(stdout);
  return {
    status: found.exitCode === 0 ? 'ok' : 'failed',
    exitCode: found.exitCode,
    stdout: kept.bytes(),
    stderr: found.stderr,
    truncated: kept.truncated,
  };
}

function fits(recorded: readonly string[], given: readonly string[]): boolean {
  return (
    recorded.length === given.length &&
    recorded.every((argument, at) => argument === given[at] || argument === ANY_PATH)
  );
}
