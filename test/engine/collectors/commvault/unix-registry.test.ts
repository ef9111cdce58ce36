// Tests of electron/engine/collectors/commvault/unix-registry.ts. Runs in vitest.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registryValue } from '#engine/collectors/commvault/instance-registry.ts';
import { parseProperties, unixRegistries } from '#engine/collectors/commvault/unix-registry.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { type Planted, plantFiles } from '#test/fixtures/plant-files.ts';
import { plantLinuxHost } from '#test/fixtures/plant-linux-host.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;
const GALAXY = 'etc/CommVaultRegistry/Galaxy';

async function planted(files: Readonly<Record<string, Planted>>) {
  const folder = await temporaryFolder();
  await plantFiles(folder, files);
  return { folder, host: { ...(await createLocalHost({ rootFolder: folder })), env: {} } };
}

test('a line is a key and a value that begins after the first blank', () => {
  const values = parseProperties('sName a  b c\r\n\r\n  dDir /with blank/x \nsEmpty \nsEquals a=b\nalone\n');
  expect(Object.fromEntries(values)).toEqual({ sname: 'a  b c', ddir: '/with blank/x', sequals: 'a=b' });
});

test('every instance with all its sections, in order', async () => {
  const { registries, notes } = await unixRegistries(await plantLinuxHost(await temporaryFolder()), never);
  expect(notes).toEqual([]);
  expect(registries.map(({ instance, source }) => [instance, source])).toEqual([
    ['Instance001', '/etc/CommVaultRegistry/Galaxy/Instance001'],
    ['Instance002', '/etc/CommVaultRegistry/Galaxy/Instance002'],
  ]);
  const [first] = registries;
  if (first === undefined) throw new Error('no instance');
  expect(registryValue(first, 'EventManager', 'dEVLOGDIR')).toBe('/var/log/commvault/Log_Files');
  expect(registryValue(first, 'installer/SUBSYSTEMS/1301', 'ninstall')).toBe('1');
  expect(registryValue(first, '', 'sPhysicalNodeName')).toBe('ma01');
});

test('its text is for support to read, without secrets', async () => {
  const { registries } = await unixRegistries(await recordedMachine('linux-commserve'), never);
  const text = registries[0]?.text ?? '';
  expect(text).toContain(
    '[Instance001]\nsPhysicalNodeName lcs01\nsProductVersion 11.80.36.0\nsPassword ***\n',
  );
  expect(text).toContain(
    '[Instance001/Machines/lcs01]\ndJOBRESULTSDIR /opt/commvault/iDataAgent/jobResults\n',
  );
  expect(text).toContain('sCSGUID 4C2A7C9E-1111-4222-8333-944455566677');
  for (const secret of ['|#', '0123456789', 'c0ffee', 'MIID', 'BEGIN']) expect(text).not.toContain(secret);
});

test('an installation without root rights is found below the home folder of its user', async () => {
  const { host } = await planted({
    'home/oper/CommVaultRegistry/Galaxy/Instance001/.properties': 'sPhysicalNodeName mine\n',
  });
  const { registries } = await unixRegistries({ ...host, env: { HOME: '/home/oper' } }, never);
  expect(registries.map(({ source }) => source)).toEqual(['/home/oper/CommVaultRegistry/Galaxy/Instance001']);
});

test('a registry with gaps says what it has', async () => {
  const { host } = await planted({
    [`${GALAXY}/Instance001/.properties`]: 'sPhysicalNodeName ma01\n',
    [`${GALAXY}/Instance001/CommServe/.properties`]: 'sCSHOSTNAME cs01.bank.example\n',
    [`${GALAXY}/Instance010/.properties`]: '',
    [`${GALAXY}/Instance002/.properties`]: '',
    [`${GALAXY}/InstanceOld/.properties`]: 'sPhysicalNodeName no\n',
    [`${GALAXY}/Instance003`]: 'a file, no folder',
  });
  const { registries, notes } = await unixRegistries(host, never);
  expect(notes).toEqual([]);
  expect(registries.map(({ instance }) => instance)).toEqual(['Instance001', 'Instance002', 'Instance010']);
  expect([...(registries[0]?.sections.keys() ?? [])]).toEqual(['', 'commserve']);
});

test('a machine without CommVault has no instances and nothing to complain of', async () => {
  const { host } = await planted({ 'etc/os-release': '' });
  expect(await unixRegistries(host, never)).toEqual({ registries: [], notes: [] });
});

test('what may not be read is noted, the rest is read', async () => {
  const { host, folder } = await planted({
    [`${GALAXY}/Instance001/.properties`]: 'sPhysicalNodeName ma01\n',
    [`${GALAXY}/Instance001/EventManager/.properties`]: 'dEVLOGDIR /x\n',
  });
  for (const path of ['', 'etc', 'etc/CommVaultRegistry', GALAXY]) {
    await chmod(join(folder, path), 0o755);
  }
  await chmod(join(folder, GALAXY, 'Instance001'), 0o755);
  await chmod(join(folder, GALAXY, 'Instance001/EventManager'), 0o755);
  await chmod(join(folder, GALAXY, 'Instance001/EventManager/.properties'), 0o000);
  const part = await asNobody(() => unixRegistries(host, never));
  expect(part.registries.map(({ sections }) => [...sections.keys()])).toEqual([['']]);
  expect(part.notes).toEqual([
    {
      reason: 'permission-denied',
      about: '/etc/CommVaultRegistry/Galaxy/Instance001/EventManager/.properties',
      detail: 'EACCES',
    },
  ]);
  await chmod(join(folder, GALAXY), 0o000);
  const none = await asNobody(() => unixRegistries(host, never));
  await chmod(join(folder, GALAXY), 0o755);
  expect(none).toEqual({
    registries: [],
    notes: [{ reason: 'permission-denied', about: '/etc/CommVaultRegistry/Galaxy', detail: 'EACCES' }],
  });
});
