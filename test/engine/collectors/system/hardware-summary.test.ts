// Tests of electron/engine/collectors/system: hardware-summary.ts, host-adapters-*.ts, linux-machine.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { hardwareSummary } from '#engine/collectors/system/hardware-summary.ts';
import type { Host } from '#engine/host/host.ts';
import { look, textOf } from '#test/fixtures/look.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { hostAdapterFiles } from '#test/fixtures/sysfs-files.ts';

test("the machine's hardware, as fact and as file", async () => {
  const host = await recordedMachine('linux-mediaagent');
  const findings = await look(hardwareSummary, host);
  expect(findings.facts?.hardware).toEqual(await host.hardware());
  expect(JSON.parse(textOf(findings, 'hardware.json'))).toEqual(findings.facts?.hardware);
});

test('Linux: Fibre Channel and SAS adapters, each driver with attributes of its own', async () => {
  const host = await recordedMachine('linux-mediaagent', hostAdapterFiles);
  const { facts, notes } = await look(hardwareSummary, host, { request: { problemArea: 'index' } });
  expect(facts?.hardware?.hostAdapters).toEqual([
    {
      ...{ name: 'host7', model: 'QLE2692', firmware: '9.08.01 (d0d5)', driver: 'qla2xxx' },
      ...{ wwpn: '21:00:00:24:ff:7f:12:34', link: 'Online', speed: '16 Gbit' },
    },
    {
      ...{ name: 'host10', model: 'LPe31002-M6', firmware: '12.8.340.8, sli-4:2:c', driver: 'lpfc' },
      ...{ wwpn: '10:00:00:90:fa:12:34:56', link: 'Linkdown' },
    },
    { name: 'host1', model: 'SAS9300-8e', firmware: '16.00.10.00', driver: 'mpt3sas' },
  ]);
  expect(notes).toBeUndefined();
});

test.each([
  ['VMware, Inc.', 'VMware Virtual Platform', true],
  ['QEMU', 'Standard PC (Q35 + ICH9, 2009)', true],
  ['Microsoft Corporation', 'Virtual Machine', true],
  ['Microsoft Corporation', 'Surface Hub', false],
  ['Amazon EC2', 'm5.large', true],
  ['Amazon EC2', 'm5.metal', false],
  ['Dell Inc.', 'PowerEdge R740', false],
])('Linux: firmware of %s, %s: virtual %s', async (manufacturer, model, virtual) => {
  const firmware = {
    'sys/class/dmi/id/sys_vendor': `${manufacturer}\n`,
    'sys/class/dmi/id/product_name': `${model}\n`,
  };
  const machine = await recordedMachine('linux-mediaagent', firmware);
  // What a container says of itself.
  const hardware = async () => ({ ...(await machine.hardware()), model: 'Docker Container', virtual: true });
  const { facts } = await look(hardwareSummary, { ...machine, hardware });
  expect(facts?.hardware).toMatchObject({ manufacturer, model, virtual });
});

test('Linux: firmware that its maker left empty says nothing', async () => {
  const firmware = {
    'sys/class/dmi/id/sys_vendor': 'System manufacturer\n',
    'sys/class/dmi/id/product_name': 'To Be Filled By O.E.M.\n',
  };
  const host = await recordedMachine('linux-mediaagent', firmware);
  expect((await look(hardwareSummary, host)).facts?.hardware).toEqual(await host.hardware());
});

test('Windows: Fibre Channel ports with their adapters; controllers that are cards', async () => {
  const { facts, notes } = await look(hardwareSummary, await recordedMachine('windows-commserve-library'));
  expect(facts?.hardware?.hostAdapters).toEqual([
    {
      ...{ name: 'PCI\\VEN_1077&DEV_2261\\4&1_0', model: 'QLE2692', firmware: '8.08.204' },
      ...{ driver: 'ql2300.sys 9.4.2.20', wwpn: '21:00:00:24:ff:7f:12:34', link: 'Online', speed: '16 Gbit' },
    },
    { name: 'QLogic QLE2692 Fibre Channel Adapter', driver: 'ql2300' },
  ]);
  expect(notes).toBeUndefined();
});

/** The machine, with what its PowerShell prints. */
async function windows(stdout: string, started: string[] = []): Promise<Host> {
  const machine = await recordedMachine('windows-commserve-library');
  const run: Host['run'] = async ({ program }) => {
    started.push(program);
    const answer = { exitCode: 0, stdout: Buffer.from(stdout), stderr: '', truncated: false };
    return { status: stdout === '' ? 'failed' : 'ok', ...answer };
  };
  return { ...machine, run };
}

test('Windows: ports for administrators only, and a PowerShell that is forbidden, are noted', async () => {
  const controllers = [
    { Name: 'LSI SAS2008', DriverName: 'lsi_sas2', PNPDeviceID: 'PCI\\VEN_1000', Status: 'OK' },
  ];
  const denied = JSON.stringify({ controllers, ports: [], adapters: [], denied: true });
  const asUser = await look(hardwareSummary, await windows(denied));
  expect(asUser.facts?.hardware?.hostAdapters).toEqual([{ name: 'LSI SAS2008', driver: 'lsi_sas2' }]);
  expect(asUser.notes).toEqual([{ reason: 'permission-denied', about: 'MSFC_FibrePortHBAAttributes' }]);
  const forbidden = await look(hardwareSummary, await windows(''));
  expect(forbidden.facts?.hardware?.model).toBe('PowerEdge R740');
  expect(forbidden.notes).toMatchObject([{ reason: 'command-failed' }]);
});

test('Windows: PowerShell is not started for a problem that no adapter causes', async () => {
  const started: string[] = [];
  await look(hardwareSummary, await windows('', started), { request: { problemArea: 'exchange' } });
  expect(started).toEqual([]);
});
