// What an installed package puts where, and that it works from there. Runs in vitest.
import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { readPacket } from '#test/journeys/window/read-packet.ts';

const run = promisify(execFile);

const PLACES = [
  '/opt/Casepack',
  '/usr/bin/casepack',
  '/usr/share/applications/casepack-window.desktop',
  '/usr/share/icons/hicolor/256x256/apps/casepack-window.png',
];

/** @returns those places where something is. */
export async function placesTaken(): Promise<string[]> {
  const taken = await Promise.all(
    PLACES.map((path) =>
      access(path).then(
        () => [path],
        () => [],
      ),
    ),
  );
  return taken.flat();
}

/** A test that installs must not remove what somebody uses. */
export async function refuseInstalled(): Promise<void> {
  if ((await placesTaken()).length > 0)
    throw new Error('Casepack is installed on this machine: this test installs and removes its own');
}

/** The command from PATH builds and checks, and the menus have an entry with an icon. */
export async function expectInstalled(): Promise<void> {
  expect(await placesTaken()).toEqual(PLACES);
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
}
