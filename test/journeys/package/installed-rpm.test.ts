// The rpm, with rpm's own installer and its scripts, on Debian: what it requires there has other names and is not asked for
// (--nodeps), and the list of what is installed is one of the test's own. Needs root, like every installation.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { ensurePackages, MAKING_TIMEOUT_MS, packages } from './made-packages.ts';
import { expectInstalled, placesTaken, refuseInstalled } from './system-places.ts';

const canInstall = process.platform === 'linux' && process.getuid?.() === 0;

beforeAll(ensurePackages, MAKING_TIMEOUT_MS);

it.skipIf(!canInstall)(
  'installs, is replaced by another version of it, works from PATH, and removes cleanly',
  async () => {
    await refuseInstalled();
    const database = await temporaryFolder();
    const rpm = async (...args: string[]) =>
      (await promisify(execFile)('rpm', ['--dbpath', database, ...args])).stdout;
    onTestFinished(async () => void (await rpm('-e', '--nodeps', 'casepack').catch(() => undefined)));
    await rpm('-i', '--nodeps', '--nosignature', packages.rpm);
    await expectInstalled();
    // The old version's last script runs after the new version's first.
    await rpm('-U', '--force', '--nodeps', '--nosignature', packages.rpm);
    await expectInstalled();

    const verified = await rpm('-V', '--nodeps', 'casepack').catch(
      ({ stdout }: { stdout: string }) => stdout,
    );
    // Only the sandbox's helper may differ: the script gives it the rights that this kernel asks for.
    expect(verified.split('\n').filter((line) => line !== '' && !line.endsWith('chrome-sandbox'))).toEqual(
      [],
    );
    const requires = (await rpm('-q', '--requires', 'casepack')).split('\n');
    expect(requires).toEqual(expect.arrayContaining(['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm']));

    await rpm('-e', '--nodeps', 'casepack');
    expect(await placesTaken()).toEqual([]);
  },
);
