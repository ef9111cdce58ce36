// Whole cases on recorded machines, with every collector: a Windows CommServe with two instances, one of an OEM edition,
// and a Linux MediaAgent. Runs in vitest.
import { expect, test } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import { prepareCase } from '#engine/prepare-case.ts';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { succeeded } from '#test/fixtures/case-on-linux.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { unpack } from '#test/fixtures/unpack.ts';

const LOGS = 'collected/commvault/logs';

async function packetOf(machine: string) {
  const context = sampleContext(await recordedMachine(machine));
  const request = sampleRequest({ severity: 1, commvaultVersion: undefined });
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
