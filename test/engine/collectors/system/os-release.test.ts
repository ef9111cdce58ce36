// Tests of electron/engine/collectors/system/os-release.ts on recorded machines. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { osRelease } from '#engine/collectors/system/os-release.ts';
import type { Host } from '#engine/host/host.ts';
import { createRecordedHost } from '#engine/host/recorded-host.ts';
import { look, namesOf, textOf } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { sampleHardware } from '#test/fixtures/sample-hardware.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function machine(recording: object, files: Readonly<Record<string, string>> = {}): Promise<Host> {
  const folder = await temporaryFolder();
  const host = {
    platform: 'linux',
    arch: 'x64',
    kernelVersion: '6.1.0',
    hostName: 'h1',
    timeZone: 'UTC',
    elevated: false,
    hardware: sampleHardware,
    ...recording,
  };
  await plantFiles(folder, { 'host.json': JSON.stringify(host) });
  await plantFiles(`${folder}/root`, files);
  return createRecordedHost(folder);
}

function windows(kernelVersion: string, values: Readonly<Record<string, string>>): Promise<Host> {
  const lines = Object.entries(values).map(([name, value]) => `    ${name}    REG_SZ    ${value}`);
  const stdout = `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\X\r\n${lines.join('\r\n')}\r\n`;
  const commands = [{ program: 'C:\\Windows\\System32\\reg.exe', stdout }];
  return machine({ platform: 'win32', kernelVersion, commands });
}

describe('Linux', () => {
  test('the long name, the version and the kernel', async () => {
    const findings = await look(osRelease, await recordedMachine('linux-mediaagent'));
    expect(findings.facts).toEqual({
      hostName: 'ma02.bank.example',
      os: {
        platform: 'linux',
        name: 'Red Hat Enterprise Linux 8.10 (Ootpa)',
        version: '8.10',
        build: '4.18.0-553.el8_10.x86_64',
        arch: 'x64',
      },
    });
    expect(namesOf(findings)).toEqual(['os-release', 'system.txt']);
    expect(textOf(findings, 'system.txt')).toContain('time zone: Asia/Shanghai\n');
  });

  test('values with quotes of either kind, an equals sign, and no version at all', async () => {
    const host = await machine({}, { 'usr/lib/os-release': 'NAME=\'A=B "Linux"\'\nID=rolling\n' });
    const { facts } = await look(osRelease, host);
    expect(facts?.os).toMatchObject({ name: 'A=B "Linux"', version: '' });
  });

  test('without the file there is still the kernel', async () => {
    const { facts } = await look(osRelease, await machine({}));
    expect(facts?.os).toMatchObject({ name: 'Linux', version: '', build: '6.1.0' });
  });
});

describe('Windows', () => {
  test('Server 2022, with its update revision', async () => {
    const { facts } = await look(osRelease, await recordedMachine('windows-commserve'));
    expect(facts?.os).toEqual({
      platform: 'win32',
      name: 'Windows Server 2022 Datacenter 21H2',
      version: '10.0.20348',
      build: '20348.2652',
      arch: 'x64',
    });
  });

  test.each([
    ['Windows 10 Pro', '19045', '22H2', 'Windows 10 Pro 22H2'],
    ['Windows 10 Pro', '22631', '23H2', 'Windows 11 Pro 23H2'],
    ['Windows Server 2025 Standard', '26100', '24H2', 'Windows Server 2025 Standard 24H2'],
  ])('%s of build %s', async (ProductName, CurrentBuild, DisplayVersion, name) => {
    const host = await windows(`10.0.${CurrentBuild}`, { ProductName, CurrentBuild, DisplayVersion });
    const { facts } = await look(osRelease, host);
    expect(facts?.os).toMatchObject({ name, build: CurrentBuild });
  });

  test('Server 2008 R2 knows neither display version nor revision', async () => {
    const values = { ProductName: 'Windows Server 2008 R2 Standard', CurrentBuild: '7601' };
    const { facts } = await look(osRelease, await windows('6.1.7601', values));
    expect(facts?.os).toMatchObject({ name: 'Windows Server 2008 R2 Standard', build: '7601' });
  });

  test('without reg.exe there is still the kernel', async () => {
    const host = await machine({ platform: 'win32', kernelVersion: '10.0.17763' });
    const { facts } = await look(osRelease, host);
    expect(facts?.os).toMatchObject({ name: 'Windows', version: '10.0.17763', build: '17763' });
  });
});

test('macOS from sw_vers, which stays in the packet', async () => {
  const stdout = 'ProductName:\t\tmacOS\nProductVersion:\t\t15.5\nBuildVersion:\t\t24F74\n';
  const host = await machine({ platform: 'darwin', commands: [{ program: '/usr/bin/sw_vers', stdout }] });
  const findings = await look(osRelease, host);
  expect(findings.facts?.os).toMatchObject({ name: 'macOS', version: '15.5', build: '24F74' });
  expect(textOf(findings, 'sw_vers.txt')).toBe(stdout);
});
