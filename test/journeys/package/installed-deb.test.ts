// The deb on a real Debian: installed, used from PATH, removed without a trace. Needs root, like every installation.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { ensurePackages, MAKING_TIMEOUT_MS, packages } from './made-packages.ts';
import { expectInstalled, placesTaken, refuseInstalled } from './system-places.ts';

const canInstall = process.platform === 'linux' && process.getuid?.() === 0;
const apt = (...args: string[]) =>
  promisify(execFile)('apt-get', ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

beforeAll(ensurePackages, MAKING_TIMEOUT_MS);

it.skipIf(!canInstall)(
  'installs, gives a command, a menu entry and an icon, and removes cleanly',
  async () => {
    await refuseInstalled();
    onTestFinished(async () => void (await apt('purge', 'casepack').catch(() => undefined)));
    await apt('install', '--no-install-recommends', packages.deb);
    await expectInstalled();
    await apt('purge', 'casepack');
    expect(await placesTaken()).toEqual([]);
  },
);
