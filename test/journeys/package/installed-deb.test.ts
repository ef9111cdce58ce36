// The deb on a real Debian: installed, used from PATH, removed without a trace. Needs root, like every installation.
import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { readPacket } from '#test/journeys/window/read-packet.ts';
import { ensurePackages, packages } from './made-packages.ts';

const run = promisify(execFile);
const canInstall = process.platform === 'linux' && process.getuid?.() === 0;
const apt = (...args: string[]) =>
  run('apt-get', ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/** What of the installed package lies where. */
const PLACES = ['/opt/Casepack', '/usr/bin/casepack', '/usr/share/applications/casepack-window.desktop'];
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

beforeAll(ensurePackages);

it.skipIf(!canInstall)(
  'installs, gives a command, a menu entry and an icon, and removes cleanly',
  async () => {
    if ((await Promise.all(PLACES.map(isThere))).includes(true))
      throw new Error('Casepack is installed on this machine: this test installs and removes its own');
    onTestFinished(async () => void (await apt('purge', 'casepack').catch(() => undefined)));
    await apt('install', '--no-install-recommends', packages.deb);

    const home = await temporaryFolder();
    const env = { PATH: '/usr/bin:/bin', HOME: home, TMPDIR: home, LANG: 'en_US.UTF-8' };
    const { stdout } = await run('casepack', ['demo', '--out', home], { env, cwd: home });
    expect(stdout).toContain('.zip');
    const name = (await readdir(home)).find((file) => file.endsWith('.zip')) ?? '';
    const packet = await readPacket(`${home}/${name}`);
    expect(packet.names).toContain('case.html');
    await expect(run('casepack', ['verify', 'no-such.zip'], { env, cwd: home })).rejects.toMatchObject({
      code: 2,
    });

    await run('desktop-file-validate', ['/usr/share/applications/casepack-window.desktop']);
    const entry = await readFile('/usr/share/applications/casepack-window.desktop', 'utf8');
    expect(entry).toContain('Exec=/opt/Casepack/casepack-window');
    expect(entry).toContain('Name[zh_CN]=');
    expect(entry).toContain('Icon=casepack-window');
    expect(await isThere('/usr/share/icons/hicolor/256x256/apps/casepack-window.png')).toBe(true);

    await apt('purge', 'casepack');
    expect(await Promise.all(PLACES.map(isThere))).toEqual(PLACES.map(() => false));
  },
);
