// A Linux machine with CommVault, planted under a temporary folder, and the command line run on it in this process.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { runCasepack } from '#cli/run-casepack.ts';
import type { Surroundings } from '#cli/surroundings.ts';
import type { Host } from '#engine/host/host.ts';
import { plantLinuxHost } from '#test/fixtures/plant-linux-host.ts';

export interface PlantedMachine {
  readonly host: Host;
  /** Its absolute paths lie below this folder. */
  readonly root: string;
  /** An empty folder for packets, with blanks and Chinese characters in its path. */
  readonly out: string;
  remove(): Promise<void>;
}

export async function plantMachine(): Promise<PlantedMachine> {
  const root = await mkdtemp(join(tmpdir(), 'casepack-planted-'));
  const kernelLog = { exitCode: 0, stdout: Buffer.from('[1.0] st0: error\n'), stderr: '', truncated: false };
  const host: Host = {
    ...(await plantLinuxHost(root)),
    run: async () => ({ status: 'ok', ...kernelLog }),
  };
  const out = join(root, '输出 folder');
  await mkdir(out);
  return { host, root, out, remove: () => rm(root, { recursive: true, force: true }) };
}

/** The required items that no collector finds. */
export const completeForm: readonly string[] = [
  ...['--ccid', 'F96C9', '--company', '某某公司', '--contact-name', '李', '--contact-phone', '010-59051155'],
  ...['--contact-email', 'li@acme.example', '--severity', '2', '--problem', 'backup'],
  ...['--description', '备份失败\nBackup fails', '--patch-level', '11.26.35'],
];

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param changes to the surroundings, such as another host or a signal; `answer` is typed at the terminal. */
export async function runOn(
  machine: PlantedMachine,
  args: readonly string[],
  changes: Partial<Surroundings> & { answer?: string } = {},
): Promise<Finished> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const terminal = { isTTY: true };
  const { answer, ...others } = changes;
  const surroundings: Surroundings = {
    stdin: Object.assign(Readable.from([answer ?? '']), answer === undefined ? {} : terminal),
    stdout,
    stderr: Object.assign(stderr, answer === undefined ? {} : terminal),
    env: { LANG: 'en_US.UTF-8', CASEPACK_DATA: join(machine.root, 'data') },
    cwd: machine.out,
    now: () => new Date(),
    openHost: async () => machine.host,
    signal: new AbortController().signal,
    ...others,
  };
  const exitCode = await runCasepack(args, surroundings);
  const text = (stream: PassThrough): string => stream.read()?.toString() ?? '';
  return { exitCode, stdout: text(stdout), stderr: text(stderr) };
}

/** The objects that --json prints. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
