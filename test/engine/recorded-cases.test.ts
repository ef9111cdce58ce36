// Whole cases on recorded machines, with every collector: a Windows CommServe with two instances, one of an OEM edition,
// and a Linux MediaAgent. Runs in vitest.
import { expect, test } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import type { Host } from '#engine/host/host.ts';
import { planCase, prepareCase } from '#engine/prepare-case.ts';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { ProblemArea } from '#shared/schema/problem-area.ts';
import { succeeded } from '#test/fixtures/case-on-linux.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { fourDrives, sysfsFiles } from '#test/fixtures/sysfs-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { unpack } from '#test/fixtures/unpack.ts';

const LOGS = 'collected/commvault/logs';

async function packetOf(
  machine: string,
  problemArea: ProblemArea = 'backup',
  planted: Parameters<typeof recordedMachine>[1] = {},
) {
  const context = sampleContext(await recordedMachine(machine, planted));
  const request = sampleRequest({ severity: 1, commvaultVersion: undefined, problemArea });
  const draft = succeeded(await prepareCase(request, { allowIncomplete: false }, context));
  const delivery = { folder: await temporaryFolder(), withhold: [] };
  const receipt = succeeded(await deliverCase(draft, delivery, context));
  await draft.discard();
  const { names, files } = await unpack(receipt.packetPath);
  return { receipt, names, files, sheet: CaseSheet.parse(JSON.parse(String(files.get('case.json')))) };
}

test('the packet of a Windows CommServe', async () => {
  const { names, files, sheet, receipt } = await packetOf('windows-commserve');
  expect(names).toEqual(
    expect.arrayContaining([
      ...[`${LOGS}/Instance001/EvMgrS.log`, `${LOGS}/Instance001/JobManager.log`],
      `${LOGS}/Instance002/CVMA.log`,
    ]),
  );
  expect(sheet.system.os?.name).toBe('Windows Server 2022 Datacenter 21H2');
  expect(sheet.commvault.instances).toMatchObject([
    { instance: 'Instance001', logDir: 'D:\\数据卫士\\Log Files', version: '11.80.32.0' },
    { instance: 'Instance002', commServe: 'old-cs.bank.example' },
  ]);
  expect(String(files.get('case.html'))).toContain('D:\\数据卫士\\Log Files');
  expect(receipt.gaps).toEqual([]);
  expect(Buffer.concat([...files.values()]).toString()).not.toContain('8d0c5e3b9f');
});

test('the packet of a Linux MediaAgent', async () => {
  const { names, files, sheet } = await packetOf('linux-mediaagent');
  expect(names).toEqual(
    expect.arrayContaining([
      ...[`${LOGS}/Instance001/CVMA.log`, `${LOGS}/Instance001/cvd.log`],
      ...['collected/system/logs/journal.txt', 'collected/system/logs/ERROR.txt'],
    ]),
  );
  expect(sheet.hardware?.model).toBe('ProLiant DL380 Gen10');
  expect(sheet.commvault.instances[0]).toMatchObject({ roles: ['MediaAgent', 'File System'] });
  expect(Buffer.concat([...files.values()]).toString()).not.toContain('aGVsbG8gd29ybGQ=');
});

const libraryType = (sheet: Pick<CaseSheet, 'checklist'>) =>
  sheet.checklist.find(({ item }) => item === 'tape-library');

test('the packet of a Linux MediaAgent with a tape library', async () => {
  const files = sysfsFiles(fourDrives);
  const packet = await packetOf('linux-mediaagent-4-drives', 'tape-library', files);
  expect(libraryType(packet.sheet)).toMatchObject({ state: 'provided', detail: 'HPE MSL G3 Series' });
  expect(packet.names).toEqual(
    expect.arrayContaining(['sources.json', 'devices.txt'].map((name) => `collected/tape/library/${name}`)),
  );
  expect(packet.sheet.tapeLibrary?.drives).toHaveLength(4);
  expect(String(packet.files.get('case.html'))).toContain('BK0001L8');
});

test('a plan and then the packet: each tape device is asked its questions once', async () => {
  const machine = await recordedMachine('linux-mediaagent-4-drives', sysfsFiles(fourDrives));
  const asked: string[] = [];
  const run: Host['run'] = (command, signal) => {
    if (command.args.some((argument) => argument.startsWith('/dev/sg'))) {
      asked.push([command.program, ...command.args].join(' '));
    }
    return machine.run(command, signal);
  };
  const context = sampleContext({ ...machine, run });
  const request = sampleRequest({ problemArea: 'tape-library', only: ['tape'] });
  const plan = succeeded(await planCase(request, context));
  expect(plan.files.map(({ path }) => path)).toContain('collected/tape/library/devices.txt');
  expect(libraryType(plan)).toMatchObject({ state: 'provided', detail: 'HPE MSL G3 Series' });
  expect(asked).toEqual([]);
  const draft = succeeded(await prepareCase(request, { allowIncomplete: true }, context));
  await draft.discard();
  expect(asked).toHaveLength(7);
  expect(new Set(asked).size).toBe(7);
});

test('the packet of a Windows CommServe with a tape library', async () => {
  const { sheet, files } = await packetOf('windows-commserve-library', 'tape-library');
  expect(libraryType(sheet)).toMatchObject({ state: 'provided', detail: 'IBM 3573-TL' });
  expect(sheet.hardware?.hostAdapters?.[0]?.wwpn).toBe('21:00:00:24:ff:7f:12:34');
  expect(String(files.get('case.html'))).toContain('90WT012345');
});

test.each(['hyperscale-linux', 'linux-client-no-tape'])(
  '%s has no library, which a library problem asks for',
  async (machine) => {
    const { sheet, names } = await packetOf(machine, 'tape-library');
    expect(libraryType(sheet)).toMatchObject({ state: 'missing' });
    expect(names.filter((name) => name.includes('tape'))).toEqual([]);
  },
);
