// Tests of electron/engine/collectors/commvault/commvault-instances.ts on whole machines. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { commvaultInstances } from '#engine/collectors/commvault/commvault-instances.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { look, namesOf, textOf } from '#test/fixtures/look.ts';
import { type Planted, plantFiles } from '#test/fixtures/plant-files.ts';
import { PLANTED_SECRETS, plantLinuxHost } from '#test/fixtures/plant-linux-host.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const GALAXY = 'etc/CommVaultRegistry/Galaxy';

async function linux(files: Readonly<Record<string, Planted>>) {
  const folder = await temporaryFolder();
  await plantFiles(folder, files);
  return { ...(await createLocalHost({ rootFolder: folder })), platform: 'linux' as const };
}

test('the instances as fact and as file', async () => {
  const findings = await look(commvaultInstances, await plantLinuxHost(await temporaryFolder()));
  const instances = findings.facts?.commvault?.instances;
  expect(instances?.map(({ instance }) => instance)).toEqual(['Instance001', 'Instance002']);
  expect(JSON.parse(textOf(findings, 'instances.json'))).toEqual(instances);
  expect(findings.notes).toEqual([]);
});

test('passwords and licences of the registry appear nowhere', async () => {
  const machines = [
    await plantLinuxHost(await temporaryFolder()),
    await recordedMachine('linux-mediaagent'),
    await recordedMachine('windows-commserve'),
    await recordedMachine('two-instances-windows'),
    await recordedMachine('oem-linux'),
    await recordedMachine('linux-commserve'),
  ];
  const more = ['AB12-CD34', '1234-5678', '3082025A', '9F3C77A1', 'c0ffee', 'MIID', 'hunter2'];
  for (const host of machines) {
    const shown = JSON.stringify(await look(commvaultInstances, host));
    for (const secret of [...PLANTED_SECRETS, 'aGVsbG8gd29ybGQ=', '8d0c5e3b9f', '|#', ...more]) {
      expect(shown).not.toContain(secret);
    }
  }
});

test('a machine without CommVault is no failure', async () => {
  const findings = await look(commvaultInstances, await linux({ 'etc/os-release': '' }));
  expect(findings).toEqual({ skipped: 'not-installed' });
});

describe('log folders that the registry does not name', () => {
  test('without a registry, known folders are instances, and say where they come from', async () => {
    const host = await linux({
      'var/log/simpana/Log_Files/CVD.log': '',
      'var/log/commvault2/Log_Files/CVD.log': '',
    });
    const { facts } = await look(commvaultInstances, host);
    expect(facts?.commvault?.instances).toEqual(
      ['/var/log/commvault2/Log_Files', '/var/log/simpana/Log_Files'].map((logDir, position) => ({
        instance: `Instance00${position + 1}`,
        roles: [],
        logDir,
        source: logDir,
      })),
    );
  });

  test('an instance without EventManager gets the known folder that is no other instance’s', async () => {
    const host = await linux({
      [`${GALAXY}/Instance001/.properties`]: 'sPhysicalNodeName ma01\n',
      [`${GALAXY}/Instance002/EventManager/.properties`]: 'dEVLOGDIR /var/log/commvault/Log_Files\n',
      'var/log/commvault/Log_Files/CVD.log': '',
      'var/log/commvault2/Log_Files/CVD.log': '',
    });
    const { facts } = await look(commvaultInstances, host);
    expect(facts?.commvault?.instances.map(({ logDir }) => logDir)).toEqual([
      '/var/log/commvault2/Log_Files',
      '/var/log/commvault/Log_Files',
    ]);
  });

  test('the same on Windows', async () => {
    const { facts } = await look(commvaultInstances, await recordedMachine('windows-commserve'));
    expect(facts?.commvault?.instances.map(({ logDir }) => logDir)).toEqual([
      'D:\\数据卫士\\Log Files',
      'C:\\Program Files\\CommVault\\Simpana\\Log Files',
    ]);
  });

  test('without registry and known folders, what the user names', async () => {
    const { facts } = await look(commvaultInstances, await linux({ 'mnt/logs/CVD.log': '' }), {
      request: { logDirs: ['/mnt/logs'] },
    });
    expect(facts?.commvault?.instances).toEqual([
      { instance: 'Instance001', roles: [], logDir: '/mnt/logs', source: 'user' },
    ]);
  });
});

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy';

async function instancesOf(machine: string) {
  const findings = await look(commvaultInstances, await recordedMachine(machine));
  return { findings, instances: findings.facts?.commvault?.instances ?? [] };
}

describe('several instances on Windows', () => {
  test('each with its own names, folders, roles and services', async () => {
    const { findings, instances } = await instancesOf('two-instances-windows');
    expect(instances).toMatchObject([
      {
        instance: 'Instance001',
        clientName: 'cs02',
        commServe: 'cs02',
        home: 'D:\\Program Files\\Commvault\\ContentStore',
        roles: ['CommServe', 'File System'],
        jobResultsDirs: ['D:\\JobResults'],
        services: expect.arrayContaining([
          { name: 'GxCVD', state: 'running' },
          { name: 'GxApM', state: 'stopped' },
        ]),
      },
      // No package says so, but its service does.
      { instance: 'Instance002', commServe: 'cs99', roles: ['MediaAgent'] },
      { instance: 'Instance003', source: `${KEY}\\Instance003 (32-bit)`, roles: [] },
    ]);
    expect(namesOf(findings)).toEqual([
      'instances.json',
      'Instance001/registry.txt',
      'Instance002/registry.txt',
      'Instance003/registry.txt',
    ]);
    expect(findings.notes).toEqual([]);
  });

  test('what the two views say of one instance is shown, the 64-bit view first', async () => {
    const { findings, instances } = await instancesOf('two-instances-windows');
    expect(instances[0]?.version).toBe('11.80.32.0');
    expect(instances[0]?.versions).toEqual([
      {
        value: '11.80.32.0',
        source: 'sProductVersion (64-bit)',
        confidence: 'documented',
      },
      {
        value: '10.0.0(BUILD116)',
        source: 'sProductVersion (32-bit)',
        confidence: 'documented',
      },
    ]);
    expect(textOf(findings, 'Instance001/registry.txt')).toContain('10.0.0(BUILD116)');
  });

  test('an inferred patch level is shown and not passed off as the patch level', async () => {
    const { instances } = await instancesOf('two-instances-windows');
    expect(instances[0]).not.toHaveProperty('patchLevel');
    expect(instances[0]?.patchLevels).toMatchObject([{ value: '11.26.35', confidence: 'inferred' }]);
    expect(instances[1]?.patchLevels).toMatchObject([{ value: 'SP24_3900', confidence: 'inferred' }]);
  });
});

test('an OEM edition on Linux: its own command tells version and patch level', async () => {
  const { findings, instances } = await instancesOf('oem-linux');
  expect(instances).toMatchObject([
    {
      version: '11.25.41',
      patchLevel: '11.25.41',
      commServe: 'fas-cs01',
      logDir: '/var/log/snapprotect/Log_Files',
      // Its registry does not name it.
      jobResultsDirs: ['/opt/snapprotect/iDataAgent/jobResults'],
      roles: ['MediaAgent', 'File System'],
    },
  ]);
  expect(instances[0]?.versions?.map(({ value }) => value)).toEqual(['11.25.41', '11.80.25.0']);
  expect(textOf(findings, 'Instance001/status.txt')).toContain('Version = 11.25.41');
  expect(findings.notes).toEqual([]);
});

test('a Linux CommServe as an ordinary user: all but what the command would say, which is noted', async () => {
  const { findings, instances } = await instancesOf('linux-commserve');
  expect(instances).toMatchObject([
    {
      version: '11.80.36.0',
      roles: ['CommServe', 'MediaAgent', 'File System', 'Web Server'],
      services: expect.arrayContaining([{ name: 'cvd', state: 'stopped' }]),
      patchLevels: [{ value: '11.36.12', confidence: 'inferred' }],
    },
  ]);
  expect(instances[0]).not.toHaveProperty('patchLevel');
  expect(findings.notes).toEqual([
    {
      reason: 'permission-denied',
      about: 'commvault status',
      detail: 'You must be root to run this command.',
    },
  ]);
});

test('without a registry, an OEM edition is found by the shape of its log folder', async () => {
  const host = await linux({
    'var/log/snapprotect/Log_Files/cvd.log': '',
    'var/log/other/Log_Files/notes.log': '',
  });
  const { facts } = await look(commvaultInstances, host);
  expect(facts?.commvault?.instances.map(({ logDir }) => logDir)).toEqual(['/var/log/snapprotect/Log_Files']);
  const windows = await recordedMachine('windows-commserve', {
    'C/Program Files/Maker/Guard/Log Files/EvMgrC.log': '',
    'C/Program Files/Other/Tool/Log Files/tool.log': '',
  });
  const run = async () => {
    const nothing = { exitCode: 1, stdout: Buffer.alloc(0), stderr: '', truncated: false };
    return { status: 'failed' as const, ...nothing };
  };
  const found = await look(commvaultInstances, { ...windows, run });
  expect(found.facts?.commvault?.instances.map(({ logDir }) => logDir)).toContain(
    'C:\\Program Files\\Maker\\Guard\\Log Files',
  );
  expect(JSON.stringify(found)).not.toContain('Other');
});
