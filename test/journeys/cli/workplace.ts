// The folders of one run of the command: where its logs lie, where packets go, where drafts go. Their paths have blanks and
// Chinese characters. Runs in vitest.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import {
  type Finished,
  type ProcessOptions,
  runCasepack,
  type Started,
  startCasepack,
} from './casepack-process.ts';

export interface Workplace {
  readonly logs: string;
  readonly out: string;
  /** Drafts are kept in it while work goes on. */
  readonly drafts: string;
  /** What outlives a case on this machine. */
  readonly data: string;
  run(args: readonly string[], options?: Partial<ProcessOptions>): Promise<Finished>;
  start(args: readonly string[], options?: Partial<ProcessOptions>): Started;
}

/** All are empty, and open to everyone; removed when the test ends. */
export async function workplace(): Promise<Workplace> {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  const [logs, out] = [join(folder, '日志 logs'), join(folder, '案例 packets')];
  const [drafts, data] = [join(folder, '临时 drafts'), join(folder, '数据 data')];
  for (const path of [logs, out, drafts, data]) {
    await mkdir(path);
    await chmod(path, 0o777);
  }
  const defaults = { cwd: out, temporaryFolder: drafts, dataFolder: data };
  return {
    logs,
    out,
    drafts,
    data,
    run: (args, options) => runCasepack(args, { ...defaults, ...options }),
    start: (args, options) => startCasepack(args, { ...defaults, ...options }),
  };
}

/** What a run left behind, in both folders it may write to. */
export async function leftIn({ out, drafts }: Workplace): Promise<string[]> {
  return [...(await readdir(out)), ...(await readdir(drafts))];
}

/** Every file below a folder by path: its bytes' SHA-256 and when it was changed. Equal means untouched. */
export async function fingerprint(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path, `${await sha256Of(path)} ${(await stat(path)).mtimeMs}`);
  }
  return found;
}

export async function sha256Of(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
