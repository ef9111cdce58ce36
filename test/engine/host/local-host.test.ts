// Tests of electron/engine/host/local-host.ts. Runs in vitest.
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLocalHost } from '#engine/host/local-host.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

test('this machine', async () => {
  const host = await createLocalHost();
  expect(host.platform).toBe(process.platform);
  expect(host.hostName).toBe(hostname());
  expect(host.elevated).toBe(process.getuid?.() === 0);
  expect(host.timeZone).toMatch(/^\w+/);
  expect(Math.abs(host.now().getTime() - Date.now())).toBeLessThan(1_000);
  expect(await host.readText('/proc/version', 10)).toBe('Linux vers');
});

test('with a root folder, absolute paths lie below it', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'etc/os-release': 'planted' });
  const host = await createLocalHost({ rootFolder: folder });
  expect(await host.readText('/etc/os-release', 100)).toBe('planted');
  expect(await host.list('/etc')).toMatchObject([{ name: 'os-release', kind: 'file' }]);
  expect(await host.info('/proc')).toEqual({ trouble: 'ENOENT' });
});

test('a path that is below the root folder already stays as it is', async () => {
  const folder = await temporaryFolder();
  await plantFiles(folder, { 'home/shot.png': 'x', [`${folder}-other/x`]: 'planted' });
  const host = await createLocalHost({ rootFolder: folder });
  expect(await host.realPath('/home/shot.png')).toBe(join(folder, 'home/shot.png'));
  expect(await host.info(join(folder, 'home/shot.png'))).toMatchObject({ kind: 'file' });
  // A neighbour whose name merely begins alike is not below it.
  expect(await host.readText(`${folder}-other/x`, 100)).toBe('planted');
});
