// Tests of electron/engine/collectors/tape on recorded machines, and through real programs on the path. Runs in vitest.
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Findings } from '#engine/collectors/collector.ts';
import { askDevices } from '#engine/collectors/tape/ask-devices.ts';
import { mergeSightings } from '#engine/collectors/tape/sighting.ts';
import { sysfsDevices } from '#engine/collectors/tape/sysfs-devices.ts';
import { tapeLibrary } from '#engine/collectors/tape/tape-library.ts';
import type { Command, CommandAnswer, Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { TapeLibraryFacts } from '#shared/schema/facts.ts';
import { DEVICE_AREAS, ProblemArea } from '#shared/schema/problem-area.ts';
import { collect } from '#test/fixtures/collect.ts';
import { look, namesOf, textOf } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { fourDrives, type SysfsDevice, sysfsFiles } from '#test/fixtures/sysfs-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

function libraryOf({ facts }: Findings): TapeLibraryFacts {
  if (facts?.tapeLibrary === undefined) throw new Error('no library found');
  return facts.tapeLibrary;
}

/** The machine, remembering what was started; `answers` stand in for what it would say. */
function watched(
  host: Host,
  answers: (command: Command) => Partial<CommandAnswer> | undefined = () => undefined,
): { host: Host; started: string[] } {
  const started: string[] = [];
  const nothing = { exitCode: 1, stdout: Buffer.alloc(0), stderr: '', truncated: false };
  const run: Host['run'] = async (command, signal) => {
    started.push([command.program, ...command.args].join(' '));
    const answer = answers(command);
    return answer === undefined ? host.run(command, signal) : { status: 'failed', ...nothing, ...answer };
  };
  return { host: { ...host, run }, started };
}

describe('Linux MediaAgent with a changer and four drives', () => {
  const machine = () => recordedMachine('linux-mediaagent-4-drives', sysfsFiles(fourDrives));

  test('one changer: all of its fields, each with the source it came from', async () => {
    const { changers } = libraryOf(await collect(tapeLibrary, await machine()));
    expect(changers).toHaveLength(1);
    const { elements, ...changer } = changers[0]!;
    expect(changer).toEqual({
      ...{ vendor: 'HPE', model: 'MSL G3 Series', revision: '6.40', serial: 'DEC30900AB' },
      ...{ path: '/dev/sch0', genericPath: '/dev/sg2', address: '7:0:0:1', hostAdapter: 'host7' },
      ...{ driveCount: 4, slotCount: 45, importExportSlotCount: 3 },
      sources: {
        ...{ vendor: 'sysfs', model: 'sysfs', revision: 'sysfs', serial: 'sysfs', path: 'sysfs' },
        ...{ genericPath: 'sysfs', address: 'sysfs', hostAdapter: 'sysfs', elements: 'mtx' },
      },
    });
    expect(elements).toHaveLength(4 + 45 + 3);
    expect(elements.slice(0, 4)).toEqual([
      { kind: 'drive', index: 0, state: 'full', barcode: 'BK0007L8', loadedFromSlot: 7 },
      { kind: 'drive', index: 1, state: 'empty' },
      { kind: 'drive', index: 2, state: 'full', barcode: 'BK0031L8' },
      { kind: 'drive', index: 3, state: 'empty' },
    ]);
    expect(elements.find(({ kind, index }) => kind === 'slot' && index === 12)).toEqual({
      ...{ kind: 'slot', index: 12, state: 'full' },
    });
    expect(elements.at(-3)).toEqual({ kind: 'import-export', index: 46, state: 'full', barcode: 'CLN001CU' });
  });

  test('four drives by address, not by name; which of them the library calls 0 is not guessed', async () => {
    const { drives } = libraryOf(await collect(tapeLibrary, await machine()));
    expect(drives.map(({ address, path, serial, ready }) => [address, path, serial, ready])).toEqual([
      ['7:0:0:0', '/dev/st0', 'CZ3A100001', true],
      ['7:0:1:0', '/dev/st1', 'CZ3A100002', false],
      ['7:0:2:0', '/dev/st2', 'CZ3A100003', true],
      ['7:0:10:0', '/dev/st3', 'CZ3A100004', false],
    ]);
    expect(drives.map(({ element }) => element)).toEqual([undefined, undefined, undefined, undefined]);
    expect(drives[2]?.tapeAlerts).toEqual([
      '3 Hard Error: Uncorrectable read/write error.',
      '20 Clean Now: The tape drive neads cleaning NOW.',
    ]);
    expect(drives[0]?.tapeAlerts).toEqual([]);
    // Only the drive whose serial number nothing else knew was asked for it.
    expect(drives.map(({ sources }) => sources.serial)).toEqual(['sysfs', 'sysfs', 'sysfs', 'sg_inq']);
  });

  test('what sysfs overruled, and all that was printed, is in the packet', async () => {
    const findings = await collect(tapeLibrary, await machine());
    expect(namesOf(findings)).toEqual(['sources.json', 'lsscsi.txt', 'proc-scsi.txt', 'devices.txt']);
    const answers: { source: string; key: string; fields: { revision?: string } }[] = JSON.parse(
      textOf(findings, 'sources.json'),
    );
    const revisions = answers
      .filter(({ key }) => key === '7:0:0:1')
      .map((one) => [one.source, one.fields.revision]);
    expect(revisions).toEqual([
      ['sysfs', '6.40'],
      ['/proc/scsi/scsi', '6.40'],
      ['lsscsi', '6.40'],
    ]);
    const printed = textOf(findings, 'devices.txt');
    expect(printed.match(/^\$ .*/gm)).toEqual([
      ...['$ tapeinfo -f /dev/sg1', '$ mtx -f /dev/sg2 inquiry', '$ mtx -f /dev/sg2 status'],
      ...['$ tapeinfo -f /dev/sg3', '$ tapeinfo -f /dev/sg4', '$ tapeinfo -f /dev/sg5', '$ sg_inq /dev/sg5'],
    ]);
    expect(printed).toContain("Revision: '6.41'");
    expect(printed).toContain('Mode sense (0x1A) for Page 0x1D failed');
    expect(findings.notes).toEqual([]);
    expect(findings.leftOut).toEqual([]);
  });

  test('looking, as the plan does at every change, asks no device and still knows the type', async () => {
    const { host, started } = watched(await machine());
    const findings = await look(tapeLibrary, host);
    expect(started).toEqual(['lsscsi -g']);
    const { changers, drives } = libraryOf(findings);
    expect(changers).toMatchObject([{ vendor: 'HPE', model: 'MSL G3 Series', elements: [] }]);
    expect(drives).toHaveLength(4);
    expect(namesOf(findings)).toContain('devices.txt');
  });

  test('without /sys the devices come from lsscsi and /proc', async () => {
    const { changers, drives } = libraryOf(
      await collect(tapeLibrary, await recordedMachine('linux-mediaagent-4-drives')),
    );
    expect(changers[0]).toMatchObject({
      ...{ model: 'MSL G3 Series', genericPath: '/dev/sg2', driveCount: 4 },
      sources: { model: '/proc/scsi/scsi', genericPath: 'lsscsi', elements: 'mtx' },
    });
    expect(drives.map(({ sources }) => sources.serial)).toEqual([...Array(3).fill('tapeinfo'), 'sg_inq']);
  });

  test('devices are asked only for problems they can cause; the list in /sys is read for every one', async () => {
    for (const problemArea of ProblemArea.options) {
      const { host, started } = watched(await machine());
      const findings = await collect(tapeLibrary, host, { request: { problemArea } });
      expect(libraryOf(findings).drives).toHaveLength(4);
      const asked = started.filter((line) => !line.startsWith('lsscsi'));
      expect(asked.length > 0).toBe(DEVICE_AREAS.includes(problemArea));
      if (asked.length === 0) {
        expect(findings.notes).toEqual([]);
        expect(findings.leftOut?.map(({ reason }) => reason)).toEqual(Array(3).fill('other-area'));
      }
    }
  });

  test('one device at a time', async () => {
    const recorded = await machine();
    let running = 0;
    const run: Host['run'] = async (command, signal) => {
      running += 1;
      expect(running).toBe(1);
      const answer = await recorded.run(command, signal);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      return answer;
    };
    expect(libraryOf(await collect(tapeLibrary, { ...recorded, run })).drives).toHaveLength(4);
  });

  test('a closed device is noted once and asked nothing more; the others are asked', async () => {
    const { host, started } = watched(await machine(), ({ args }) =>
      args.includes('/dev/sg2') || args.includes('/dev/sg5')
        ? { stderr: `cannot open SCSI device '${args[1]}' - Permission denied\n` }
        : undefined,
    );
    const findings = await collect(tapeLibrary, host);
    expect(findings.notes?.map(({ reason, about }) => [reason, about])).toEqual([
      ['permission-denied', 'mtx -f /dev/sg2 inquiry'],
      ['permission-denied', 'tapeinfo -f /dev/sg5'],
    ]);
    expect(started).not.toContain('mtx -f /dev/sg2 status');
    expect(started).not.toContain('sg_inq /dev/sg5');
    const { changers, drives } = libraryOf(findings);
    expect(changers[0]).toMatchObject({ model: 'MSL G3 Series', elements: [] });
    expect(drives.map(({ ready }) => ready)).toEqual([true, false, true, undefined]);
  });

  test('a device that hangs gets no further question', async () => {
    const { host, started } = watched(await machine(), ({ args }) =>
      args.includes('/dev/sg2') ? { status: 'timed-out', exitCode: null } : undefined,
    );
    const findings = await collect(tapeLibrary, host);
    expect(findings.notes).toEqual([{ reason: 'time-limit', about: 'mtx -f /dev/sg2 inquiry' }]);
    expect(started).not.toContain('mtx -f /dev/sg2 status');
    expect(libraryOf(findings).drives[3]).toMatchObject({ ready: false });
  });

  test('when the time is over, what is known is kept and the rest is named', async () => {
    const over = new AbortController();
    const { host } = watched(await machine(), ({ program }) => {
      if (program === 'tapeinfo') over.abort();
      return undefined;
    });
    const { sightings } = await sysfsDevices(host, over.signal);
    const asking = askDevices(mergeSightings(sightings), host, over.signal);
    let step = await asking.next();
    for (; !step.done; step = await asking.next()) expect(step.value.toString()).toMatch(/^\$ tapeinfo/);
    expect([...step.value.drives.keys()]).toEqual(['7:0:0:0']);
    expect(step.value.notes).toEqual(
      ['/dev/sg2', '/dev/sg3', '/dev/sg4', '/dev/sg5'].map((about) => ({ reason: 'time-limit', about })),
    );
  });

  test('cancelling ends it', async () => {
    const cancel = new AbortController();
    const { host } = watched(await machine(), () => {
      cancel.abort();
      return { status: 'timed-out', exitCode: null };
    });
    await expect(collect(tapeLibrary, host, { signal: cancel.signal })).rejects.toThrow(/abort/i);
  });

  test('a library that is not ready: why, in its own words', async () => {
    const stderr = [
      'mtx: Request Sense: Sense Key=Not Ready',
      'mtx: Request Sense: Additional Sense Code = 04',
      'mtx: Request Sense: Additional Sense Qualifier = 12',
      'READ ELEMENT STATUS Command Failed',
    ].join('\n');
    const { host } = watched(await machine(), ({ args }) =>
      args.includes('status') ? { stderr } : undefined,
    );
    const findings = await collect(tapeLibrary, host);
    expect(libraryOf(findings).changers[0]).toMatchObject({
      ...{ vendor: 'HPE', elements: [], trouble: 'READ ELEMENT STATUS Command Failed (Not Ready, 04/12)' },
    });
    expect(findings.notes?.map(({ reason }) => reason)).toEqual(['command-failed']);
  });

  test('programs that are not installed are named, and are no failure', async () => {
    const { host, started } = watched(await machine(), ({ program }) =>
      program.endsWith('lsscsi') ? undefined : { status: 'not-found', exitCode: null },
    );
    const findings = await collect(tapeLibrary, host);
    expect(findings.notes).toEqual([]);
    expect(findings.leftOut).toEqual(
      ['tapeinfo', 'mtx', 'sg_inq'].map((about) => ({ reason: 'tool-not-installed', about })),
    );
    // Looked for beside the path as well, and once.
    expect(started.filter((line) => line.startsWith('/usr/sbin/tapeinfo'))).toHaveLength(1);
    expect(textOf(findings, 'devices.txt')).toContain('$ tapeinfo -f /dev/sg1\ntool-not-installed\n');
  });
});

/** A Linux machine with these devices and nothing else; its programs answer by `answers`. */
async function linuxWith(
  devices: readonly SysfsDevice[],
  answers: Parameters<typeof watched>[1] = () => ({ status: 'not-found' }),
) {
  const folder = await temporaryFolder();
  await plantFiles(folder, sysfsFiles(devices));
  return watched({ ...(await createLocalHost({ rootFolder: folder })), platform: 'linux' }, answers);
}

const drive = { type: 1, vendor: 'IBM', model: 'ULT3580-TD8', rev: 'P370' };
const changer = { type: 8, vendor: 'STK', model: 'L700', rev: '0108' };
const printed = (text: string) => ({ status: 'ok' as const, exitCode: 0, stdout: Buffer.from(text) });

describe('other shapes of libraries', () => {
  test('drives that stand alone', async () => {
    const { host } = await linuxWith([
      { ...drive, address: '1:0:0:0', generic: 'sg3', node: 'st0', serial: 'A1' },
    ]);
    const library = libraryOf(await collect(tapeLibrary, host));
    expect(library.changers).toEqual([]);
    expect(library.drives).toMatchObject([{ model: 'ULT3580-TD8', serial: 'A1' }]);
  });

  test('one library with one drive: its place is known', async () => {
    const { host } = await linuxWith(
      [
        { ...drive, address: '1:0:0:0', generic: 'sg3', node: 'st0', serial: 'A1' },
        { ...changer, address: '1:0:0:1', generic: 'sg4', serial: 'L1' },
      ],
      ({ args }) =>
        args.includes('status')
          ? printed(
              '  Storage Changer /dev/sg4:1 Drives, 8 Slots ( 0 Import/Export )\nData Transfer Element 0:Empty\n',
            )
          : printed(''),
    );
    expect(libraryOf(await collect(tapeLibrary, host)).drives).toMatchObject([
      { element: 0, sources: { element: 'mtx' } },
    ]);
  });

  test('several libraries, each with its own slots; devices without generic node are not asked', async () => {
    const { host, started } = await linuxWith(
      [
        { ...changer, address: '2:0:0:0', generic: 'sg1', serial: 'L1' },
        { ...changer, model: 'L80', address: '2:0:8:0', generic: 'sg9', serial: 'L2' },
        { ...changer, model: 'L20', address: '10:0:0:0', serial: 'L3' },
        { ...drive, address: '2:0:1:0' },
      ],
      ({ args }) => {
        const slots = args[1] === '/dev/sg9' ? 80 : 678;
        return args.includes('status')
          ? printed(`  Storage Changer ${args[1]}:4 Drives, ${slots} Slots ( 10 Import/Export )\n`)
          : printed('');
      },
    );
    const findings = await collect(tapeLibrary, host);
    const { changers, drives } = libraryOf(findings);
    expect(changers.map(({ model, slotCount }) => [model, slotCount])).toEqual([
      ['L700', 668],
      ['L80', 70],
      ['L20', undefined],
    ]);
    expect(drives[0]).not.toHaveProperty('path');
    expect(findings.leftOut).toEqual(
      expect.arrayContaining([
        { reason: 'no-generic-device', about: '10:0:0:0' },
        { reason: 'no-generic-device', about: '2:0:1:0' },
      ]),
    );
    expect(started.filter((line) => line.includes('status'))).toEqual([
      'mtx -f /dev/sg1 status',
      'mtx -f /dev/sg9 status',
    ]);
  });

  test('names by which drives stay the same are kept, with what they lead to', async () => {
    const folder = await temporaryFolder();
    const node = { ...drive, address: '1:0:0:0', serial: 'A1' };
    await plantFiles(folder, { ...sysfsFiles([node]), 'dev/nst0': '', 'dev/tape/by-id/keep': '' });
    await symlink('../../nst0', join(folder, 'dev/tape/by-id/scsi-35005076312020c2e-nst'));
    await symlink('../../sg6', join(folder, 'dev/tape/by-id/scsi-3100000e09e0b4486'));
    const host: Host = { ...(await createLocalHost({ rootFolder: folder })), platform: 'linux' };
    const text = textOf(await collect(tapeLibrary, watched(host, () => printed('')).host), 'by-id.txt');
    expect(text).toContain(`scsi-35005076312020c2e-nst -> ${folder}/dev/nst0\n`);
    expect(text).toContain('scsi-3100000e09e0b4486 -> ENOENT\n');
  });

  test('a closed /sys is noted', async () => {
    const { host } = await linuxWith([]);
    const list: Host['list'] = async (path) =>
      path.startsWith('/sys') ? { trouble: 'EACCES' } : host.list(path);
    expect(await collect(tapeLibrary, { ...host, list })).toEqual({
      notes: [{ reason: 'permission-denied', about: '/sys/bus/scsi/devices', detail: 'EACCES' }],
    });
  });
});

describe('no tape', () => {
  test.each(['hyperscale-linux', 'linux-client-no-tape', 'linux-mediaagent'])('%s says so', async (name) => {
    expect(await collect(tapeLibrary, await recordedMachine(name))).toEqual({ skipped: 'no-tape' });
  });

  test('macOS without such buses', async () => {
    const { host } = watched(await recordedMachine('macos-client'), () => printed('{"SPSASDataType":[]}'));
    expect(await collect(tapeLibrary, host)).toEqual({ skipped: 'no-tape' });
  });

  test('Windows: where the device map is there and the problem is another, PowerShell is not started', async () => {
    const map = 'HKEY_LOCAL_MACHINE\\HARDWARE\\DEVICEMAP\\Scsi\r\n';
    const machine = await recordedMachine('windows-commserve');
    const { host, started } = watched(machine, ({ args }) =>
      args[1]?.includes('DEVICEMAP') ? printed(map) : undefined,
    );
    expect(await collect(tapeLibrary, host, { request: { problemArea: 'index' } })).toEqual({
      skipped: 'no-tape',
    });
    expect(started.filter((line) => line.includes('powershell'))).toEqual([]);
  });
});

describe('Windows CommServe with a library', () => {
  const machine = () => recordedMachine('windows-commserve-library');
  const without = async (program: string) =>
    watched(await machine(), (command) =>
      command.program.endsWith(program) && (program !== 'reg.exe' || command.args[1]?.includes('DEVICEMAP'))
        ? { status: 'failed', stderr: 'disabled by policy' }
        : undefined,
    ).host;

  test('both sources as one: exact names and serial from the map, devices from the manager', async () => {
    const findings = await collect(tapeLibrary, await machine());
    const { changers, drives } = libraryOf(findings);
    expect(changers).toMatchObject([
      {
        ...{ vendor: 'IBM', model: '3573-TL', revision: 'F.11', serial: '00L4U78A1234_LL0' },
        ...{ path: '\\\\.\\Changer0', address: '3:0:0:1', hostAdapter: 'Scsi Port 3 (ql2300)', elements: [] },
      },
    ]);
    expect(drives.map(({ path, serial, address }) => [path, serial, address])).toEqual([
      ['\\\\.\\Tape0', '90WT012345', '3:0:0:0'],
      ['\\\\.\\Tape1', undefined, '3:0:1:0'],
    ]);
    expect(findings.notes).toEqual([]);
    expect(textOf(findings, 'devices.json')).toContain('IBM 3573 Medium Changer');
    expect(textOf(findings, 'sources.json')).toContain('Win32_TapeDrive');
  });

  test('PowerShell forbidden: the registry answers, and says so', async () => {
    const findings = await collect(tapeLibrary, await without('powershell.exe'));
    const { changers, drives } = libraryOf(findings);
    expect(changers[0]?.sources).toMatchObject({
      vendor: 'DEVICEMAP',
      model: 'DEVICEMAP',
      serial: 'DEVICEMAP',
    });
    expect(drives).toHaveLength(2);
    expect(findings.notes).toMatchObject([{ reason: 'command-failed', detail: 'disabled by policy' }]);
    expect(findings.notes?.[0]?.about).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  });

  test('registry forbidden: the device manager answers, and says so', async () => {
    const { changers, drives } = libraryOf(await collect(tapeLibrary, await without('reg.exe')));
    expect(changers).toMatchObject([
      { vendor: 'IBM', model: '3573-TL', revision: 'F.11', sources: { model: 'Get-PnpDevice' } },
    ]);
    expect(drives).toMatchObject([
      { model: 'ULT3580-HH7', path: '\\\\.\\Tape0', sources: { model: 'Win32_TapeDrive' } },
      { model: 'ULT3580-HH7', path: '\\\\.\\Tape1' },
    ]);
  });

  test('both forbidden: a failure, not a machine without tape', async () => {
    const { host } = watched(await machine(), () => ({ status: 'failed' }));
    const findings = await collect(tapeLibrary, host);
    expect(findings.skipped).toBeUndefined();
    expect(findings.notes).toHaveLength(1);
  });
});

test('macOS with a drive on SAS', async () => {
  const tree = {
    SPSASDataType: [{ _name: 'HBA', _items: [{ _name: 'T1', spsas_product: 'Ultrium 9-SCSI' }] }],
  };
  const { host, started } = watched(await recordedMachine('macos-client'), () =>
    printed(JSON.stringify(tree)),
  );
  const findings = await collect(tapeLibrary, host);
  expect(libraryOf(findings).drives).toMatchObject([{ model: 'Ultrium 9-SCSI' }]);
  expect(started).toEqual([
    '/usr/sbin/system_profiler -json SPSASDataType SPFibreChannelDataType SPParallelSCSIDataType',
  ]);
});

/** Programs of a folder that goes first on the path: each writes down how it was called and prints its capture. */
async function stubPrograms(
  captures: Readonly<Record<string, string>>,
): Promise<{ calls(): Promise<string[]> }> {
  const folder = await temporaryFolder();
  const log = join(folder, 'calls');
  await mkdir(join(folder, 'bin'));
  await writeFile(log, '');
  for (const program of ['lsscsi', 'mtx', 'tapeinfo', 'sg_inq']) {
    const cases = Object.entries(captures)
      .filter(([line]) => line.split(' ')[0] === program)
      .map(([line, text]) => `'${line}') cat <<'END'\n${text}\nEND\n;;\n`);
    const script = `#!/bin/sh\nline="${program} $*"\necho "$line" >> '${log}'\ncase "$line" in\n${cases.join('')}*) echo 'wrong device' >&2; exit 1;;\nesac\n`;
    await writeFile(join(folder, 'bin', program), script);
    await chmod(join(folder, 'bin', program), 0o755);
  }
  const before = process.env.PATH;
  process.env.PATH = `${join(folder, 'bin')}:${before}`;
  onTestFinished(() => {
    process.env.PATH = before;
  });
  return { calls: async () => (await readFile(log, 'utf8')).trim().split('\n') };
}

test.runIf(process.platform === 'linux')('real programs, started as they are on a MediaAgent', async () => {
  const { calls } = await stubPrograms({
    'lsscsi -g': [
      '[4:0:0:0]    tape    HP       Ultrium 5-SCSI   Z51U  /dev/st0   /dev/sg4 ',
      '[4:0:0:1]    mediumx TANDBERG StorageLoader    0495  /dev/sch0  /dev/sg5 ',
    ].join('\n'),
    'mtx -f /dev/sg5 inquiry': "Vendor ID: 'TANDBERG'\nProduct ID: 'StorageLoader   '\nRevision: '0495'",
    'mtx -f /dev/sg5 status':
      '  Storage Changer /dev/sg5:1 Drives, 8 Slots ( 1 Import/Export )\nData Transfer Element 0:Full (Storage Element 3 Loaded):VolumeTag = 000003L5   ',
    'tapeinfo -f /dev/sg4':
      "Vendor ID: 'HP      '\nSerialNumber: 'HU1234ABCD'\nReady: yes\nTapeAlert[20]: Clean Now.",
    'sg_inq /dev/sg5': ' Vendor identification: TANDBERG\n Unit serial number: TL0815',
  });
  const folder = await temporaryFolder();
  await plantFiles(
    folder,
    sysfsFiles([
      {
        address: '4:0:0:0',
        type: 1,
        vendor: 'HP',
        model: 'Ultrium 5-SCSI',
        rev: 'Z51U',
        generic: 'sg4',
        node: 'st0',
      },
      {
        address: '4:0:0:1',
        type: 8,
        vendor: 'TANDBERG',
        model: 'StorageLoader',
        rev: '0495',
        generic: 'sg5',
      },
    ]),
  );
  const findings = await collect(tapeLibrary, await createLocalHost({ rootFolder: folder }));
  const { changers, drives } = libraryOf(findings);
  expect(changers).toMatchObject([
    {
      ...{
        vendor: 'TANDBERG',
        model: 'StorageLoader',
        serial: 'TL0815',
        path: '/dev/sch0',
        genericPath: '/dev/sg5',
      },
      ...{ driveCount: 1, slotCount: 7, importExportSlotCount: 1 },
      elements: [{ kind: 'drive', index: 0, state: 'full', barcode: '000003L5', loadedFromSlot: 3 }],
      sources: { vendor: 'sysfs', serial: 'sg_inq', path: 'lsscsi', elements: 'mtx' },
    },
  ]);
  expect(drives).toMatchObject([
    {
      serial: 'HU1234ABCD',
      ready: true,
      tapeAlerts: ['20 Clean Now.'],
      element: 0,
      sources: { serial: 'tapeinfo' },
    },
  ]);
  expect(findings.notes).toEqual([]);
  expect(await calls()).toEqual([
    ...[
      'lsscsi -g',
      'tapeinfo -f /dev/sg4',
      'mtx -f /dev/sg5 inquiry',
      'mtx -f /dev/sg5 status',
      'sg_inq /dev/sg5',
    ],
  ]);
});
