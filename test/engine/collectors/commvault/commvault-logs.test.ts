// Tests of electron/engine/collectors/commvault/commvault-logs.ts on a planted machine. Runs in vitest.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Findings } from '#engine/collectors/collector.ts';
import { commvaultInstances } from '#engine/collectors/commvault/commvault-instances.ts';
import { commvaultLogs } from '#engine/collectors/commvault/commvault-logs.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { look, namesOf } from '#test/fixtures/look.ts';
import { plantLinuxHost } from '#test/fixtures/plant-linux-host.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const LOGS = '/var/log/commvault/Log_Files';

async function planted() {
  const folder = await temporaryFolder();
  const host = await plantLinuxHost(folder);
  const logs = async (request: Partial<PartialCaseRequest> = {}): Promise<Findings> => {
    const { facts = {} } = await look(commvaultInstances, host, { request });
    return look(commvaultLogs, host, { request, facts });
  };
  return { folder, logs };
}

const about = (findings: Findings, reason: string) =>
  (findings.leftOut ?? []).filter((note) => note.reason === reason).map((note) => note.about);

test('the whole folder of each instance with what lies below: logs of the area, then the rest, newest first', async () => {
  const { logs } = await planted();
  const findings = await logs();
  expect(namesOf(findings)).toEqual([
    'Instance001/CVD.log',
    'Instance002/CVD.log',
    'Instance001/CVMA.log',
    'Instance001/CVD_2026_11_17_01_02_03.log',
    'Instance001/empty.log',
    'Instance001/库/备份日志.log',
  ]);
  expect(findings.notes).toEqual([]);
});

test('sessions of users are never taken, however they are spelt', async () => {
  const { logs } = await planted();
  expect(JSON.stringify(await logs())).not.toMatch(/qsession/i);
  expect(JSON.stringify(await logs({ logDirs: [LOGS] }))).not.toMatch(/qsession/i);
});

test('links are listed and not followed, so a loop ends', async () => {
  const { logs } = await planted();
  expect(about(await logs(), 'link-not-followed').sort()).toEqual([`${LOGS}/loop`, `${LOGS}/way-out.log`]);
});

test('a rolled log that ended before the window is left out and listed with its size', async () => {
  const { logs } = await planted();
  const findings = await logs({ window: { from: '2026-11-20T07:00:00+08:00' } });
  expect(about(findings, 'outside-window')).toEqual([`${LOGS}/CVD_2026_11_17_01_02_03.log`]);
  expect(findings.leftOut?.find(({ reason }) => reason === 'outside-window')?.sizeBytes).toBeGreaterThan(
    20_000,
  );
  expect(namesOf(findings)).toHaveLength(5);
});

test('within a size limit the most useful files are taken', async () => {
  const { logs } = await planted();
  const all = await logs();
  const sizes = (all.sources ?? []).map((source) => (source.kind === 'file' ? source.sizeBytes : 0));
  const maxSizeBytes = (sizes[0] ?? 0) + (sizes[1] ?? 0) + (sizes[2] ?? 0);
  const findings = await logs({ maxSizeBytes, jobIds: [] });
  expect(namesOf(findings)).toEqual([
    'Instance001/CVD.log',
    'Instance002/CVD.log',
    'Instance001/CVMA.log',
    'Instance001/empty.log',
  ]);
  expect(about(findings, 'size-limit')).toEqual([
    `${LOGS}/CVD_2026_11_17_01_02_03.log`,
    `${LOGS}/库/备份日志.log`,
  ]);
});

test('within a size limit a log that names the job goes before the others', async () => {
  const { logs } = await planted();
  const rolled = 'Instance001/CVD_2026_11_17_01_02_03.log';
  const findings = await logs({ maxSizeBytes: 30_000, jobIds: ['230700'] });
  expect(namesOf(findings)[0]).toBe(rolled);
  expect(namesOf(await logs({ maxSizeBytes: 30_000, jobIds: ['30700'] }))).not.toContain(rolled);
});

test('an area without a log on this machine is told, and the whole folder is taken', async () => {
  const { logs } = await planted();
  const findings = await logs({ problemArea: 'nas' });
  expect(about(findings, 'no-area-log')).toEqual(['nas']);
  expect(namesOf(findings)).toHaveLength(6);
  expect(about(await logs({ problemArea: 'tape-library' }), 'no-area-log')).toEqual([]);
  expect(about(await logs({ problemArea: 'other' }), 'no-area-log')).toEqual([]);
});

test('folders that the user names replace those found; a known one keeps its instance', async () => {
  const { logs } = await planted();
  const findings = await logs({ logDirs: ['/etc/CommVaultRegistry', '/var/log/commvault2/Log_Files', LOGS] });
  const instances = new Map(
    (findings.sources ?? []).map((source) => [
      source.kind === 'file' ? source.path.split('/').slice(0, 4).join('/') : '',
      source.name.split('/')[0],
    ]),
  );
  expect(Object.fromEntries(instances)).toEqual({
    '/etc/CommVaultRegistry/Galaxy': 'Instance003',
    '/var/log/commvault2': 'Instance002',
    '/var/log/commvault': 'Instance001',
  });
});

test('a folder that is gone is noted, the other instance is collected', async () => {
  const { folder, logs } = await planted();
  await rm(join(folder, LOGS), { recursive: true });
  const findings = await logs();
  expect(namesOf(findings)).toEqual(['Instance002/CVD.log']);
  expect(findings.notes).toEqual([{ reason: 'not-found', about: LOGS, detail: 'ENOENT' }]);
});

test('no instance, no folder: nothing to do', async () => {
  const host = await plantLinuxHost(await temporaryFolder());
  expect(await look(commvaultLogs, host)).toEqual({ skipped: 'no-log-folder' });
});

test('Windows paths become names with forward slashes', async () => {
  const host = await recordedMachine('windows-commserve', { 'D/数据卫士/Log Files/Old/CVD.log': 'x' });
  const { facts = {} } = await look(commvaultInstances, host);
  expect(namesOf(await look(commvaultLogs, host, { facts })).sort()).toEqual([
    'Instance001/EvMgrS.log',
    'Instance001/JobManager.log',
    'Instance001/Old/CVD.log',
    'Instance002/CVMA.log',
  ]);
});
