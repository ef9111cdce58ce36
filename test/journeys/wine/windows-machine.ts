// A Windows machine for journeys: Wine with a fresh system drive and registry, and the Windows build of Node.
// Runs in vitest.
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type {} from '../../../build/journey-setup.ts'; // declares the type of what is injected
import { startXvfb } from '../xvfb.mjs';

const run = promisify(execFile);

export interface Answer {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface WindowsMachine {
  /** The Linux path of a Windows one, such as C:\x. */
  path(windowsPath: string): string;
  /** `reg.exe add`; @param view of the registry. */
  addValue(key: string, name: string, data: string, view?: 64 | 32): Promise<void>;
  /** Runs Windows' Node with a script or the command line's entry. */
  node(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Starts it and leaves it running until `stop`. */
  startNode(args: readonly string[]): { stop(): void };
  remove(): Promise<void>;
}

/** Takes about ten seconds. */
export async function createWindowsMachine(): Promise<WindowsMachine> {
  const nodeExe = inject('windowsNodePath');
  const folder = await mkdtemp(join(tmpdir(), 'casepack-wine-'));
  const xvfb = await startXvfb();
  const prefix = join(folder, 'prefix');
  const env = { ...process.env, DISPLAY: xvfb.display, WINEPREFIX: prefix, WINEDEBUG: '-all' };
  await run('wineboot', ['-i'], { env });
  await run('wine', ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], { env });
  const path = (windowsPath: string) =>
    join(prefix, 'drive_c', ...windowsPath.replace(/^C:\\/, '').split('\\'));

  let count = 0;
  // Node cannot open a Unix pipe as its standard output under Wine, so files take it.
  const answerFiles = async () => {
    count += 1;
    const names = ['out', 'err'].map((kind) => join(folder, `${kind}${count}.txt`));
    return { names, handles: await Promise.all(names.map((name) => open(name, 'w'))) };
  };
  return {
    path,
    async addValue(key, name, data, view = 64) {
      await run('wine', ['reg', 'add', key, '/v', name, '/d', data, '/f', `/reg:${view}`], { env });
    },
    async node(args, extra = {}) {
      const { names, handles } = await answerFiles();
      const [out, err] = handles.map(({ fd }) => fd);
      const child = spawn('wine', [nodeExe, ...args], {
        env: { ...env, ...extra },
        stdio: ['ignore', out, err],
      });
      const exitCode = await new Promise<number | null>((resolve) => child.once('exit', resolve));
      await Promise.all(handles.map((handle) => handle.close()));
      const [stdout = '', stderr = ''] = await Promise.all(names.map((name) => readFile(name, 'utf8')));
      return { exitCode, stdout, stderr };
    },
    startNode(args) {
      const child = spawn('wine', [nodeExe, ...args], { env, stdio: 'ignore' });
      return { stop: () => child.kill('SIGKILL') };
    },
    async remove() {
      await run('wineserver', ['-k'], { env }).catch(() => undefined);
      await xvfb.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    },
  };
}

/** Writes a file of the Windows machine, with its folders. */
export async function plant(path: string, bytes: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  await file.writeFile(bytes);
  await file.close();
}
