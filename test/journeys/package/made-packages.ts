// The packages under test: the unpacked application, archive, deb, rpm and the single-file command, made once from the present
// sources and kept in dist/ while those stay the same. Runs in vitest.
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { version } from '../../../package.json';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** For `beforeAll`: on a busy machine four packages take minutes. */
export const MAKING_TIMEOUT_MS = 600_000;

export const packages = {
  unpacked: join(root, 'dist/linux-unpacked'),
  archive: join(root, `dist/casepack-${version}-linux-x64.tar.gz`),
  rpm: join(root, `dist/casepack-${version}-linux-x86_64.rpm`),
  deb: join(root, `dist/casepack-${version}-linux-amd64.deb`),
  singleFile: join(root, `dist/casepack-cli-${version}.mjs`),
  billOfMaterials: join(root, `dist/casepack-${version}.cdx.json`),
};

async function changedAtMs(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
}

/** Makes them if one of them is older than what it is made from. */
export async function ensurePackages(): Promise<typeof packages> {
  const scripts = (await readdir(join(root, 'build/package'), { recursive: true })).map((path) =>
    join(root, 'build/package', path),
  );
  const sources = [join(root, 'out/sources.sha256'), join(root, 'package-lock.json'), ...scripts];
  const newestSourceMs = Math.max(...(await Promise.all(sources.map(changedAtMs))));
  const { unpacked: _unpacked, ...files } = packages;
  const made = Object.values(files);
  const oldestMadeMs = Math.min(...(await Promise.all(made.map(changedAtMs))));
  if (oldestMadeMs > newestSourceMs) return packages;
  const script = join(root, 'build/package/make-packages.mjs');
  await promisify(execFile)(process.execPath, [script, '--targets', 'dir,tar.gz,deb,rpm', '--quick'], {
    cwd: root,
    timeout: MAKING_TIMEOUT_MS - 10_000,
    maxBuffer: 1 << 26,
  });
  return packages;
}
