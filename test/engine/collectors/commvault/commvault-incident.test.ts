// Tests of electron/engine/collectors/commvault/commvault-incident.ts through whole cases. Runs in vitest.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commvaultIncident } from '#engine/collectors/commvault/commvault-incident.ts';
import { deliverCase } from '#engine/deliver-case.ts';
import { planCase } from '#engine/prepare-case.ts';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { Manifest } from '#shared/schema/manifest.ts';
import { type CaseOnLinux, caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { incidentFiles } from '#test/fixtures/incident-logs.ts';
import { look } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';
import { unpack } from '#test/fixtures/unpack.ts';

const FOLDER = 'collected/commvault/incident';
const CVD = 'collected/commvault/logs/Instance001/CVD.log';
const asked = {
  only: ['commvault.instances', 'commvault.logs', 'commvault.incident'],
  occurredAt: '2026-11-20T09:30:00+08:00',
};

async function machineWithIncident(): Promise<CaseOnLinux> {
  const machine = await caseOnLinux();
  const logs = Object.entries(incidentFiles).filter(([name]) => name.startsWith('Instance001/'));
  const folder = join(machine.folder, 'var/log/commvault/Log_Files');
  await plantFiles(folder, Object.fromEntries(logs.map(([name, file]) => [name.slice(12), file])));
  return machine;
}

async function packetOf(machine: CaseOnLinux, withhold: readonly string[] = []) {
  const draft = succeeded(await machine.prepare(asked, { allowIncomplete: true }));
  const delivered = await deliverCase(draft, { folder: machine.output, withhold }, machine.context);
  const { files, names } = await unpack(succeeded(delivered).packetPath);
  const sheet = CaseSheet.parse(JSON.parse(String(files.get('case.json'))));
  const manifest = Manifest.parse(JSON.parse(String(files.get('manifest.json'))));
  return { files, names, sheet, manifest };
}

test('the packet has the time line as text and data, and the case sheet its short form', async () => {
  const { files, sheet, manifest } = await packetOf(await machineWithIncident());
  const text = String(files.get(`${FOLDER}/timeline.txt`));
  expect(text).toContain('Cannot open the pipe, error=0xeccc0010 [CVD.log:3]');
  const data = JSON.parse(String(files.get(`${FOLDER}/incident.json`)));
  expect(data.lines.length).toBe(sheet.incident?.lineCount);
  expect(data.timeZone).toBe('Asia/Shanghai');
  expect(sheet.incident?.anchors.map(({ file, line }) => `${file}:${line}`)).toContain(`${CVD}:3`);
  expect(sheet.incident).not.toHaveProperty('lines');
  expect(String(files.get('case.html'))).toContain('<svg class="chart"');
  expect(String(files.get(`${FOLDER}/LEFT-OUT.txt`))).toMatch(
    /^compression-not-read\t.*CVD_2026_11_20_02_00_00\.log\.zip$/m,
  );
  const outcome = manifest.outcomes.find(({ collector }) => collector === 'commvault.incident');
  expect(outcome).toMatchObject({ status: 'ok' });
});

test('every place it names is that line of the file in the packet', async () => {
  const { files, sheet } = await packetOf(await machineWithIncident());
  const plain = sheet.incident?.anchors.filter(({ file }) => file.endsWith('.log')) ?? [];
  expect(plain.length).toBeGreaterThan(3);
  for (const { file, line, message } of plain) {
    const found = String(files.get(file)).split(/\r?\n/)[line - 1];
    expect(found?.replaceAll(/\s+/g, ' ')).toContain(message.split('\n')[0]?.replaceAll(/\s+/g, ' '));
  }
});

test('plan shows both files and reads no log for them', async () => {
  const machine = await machineWithIncident();
  const opened: string[] = [];
  const open = (path: string) => {
    opened.push(path);
    return machine.host.open(path);
  };
  const context = { ...machine.context, host: { ...machine.host, open } };
  const plan = succeeded(await planCase(sampleRequest(asked), context));
  expect(plan.files.filter(({ collector }) => collector === 'commvault.incident')).toEqual([
    { path: `${FOLDER}/timeline.txt`, collector: 'commvault.incident' },
    { path: `${FOLDER}/incident.json`, collector: 'commvault.incident' },
  ]);
  expect(opened).toEqual([]);
});

test('a log that is kept back takes the time line that quotes it with it', async () => {
  const { names, files, sheet } = await packetOf(await machineWithIncident(), [CVD]);
  expect(
    names.filter((name) => /CVD\.log$|timeline|incident\.json/.test(name) && name.includes('Instance001')),
  ).toEqual([]);
  expect(names).not.toContain(`${FOLDER}/timeline.txt`);
  expect(sheet.incident).toBeUndefined();
  expect(sheet.redaction.withheld.map(({ path }) => path)).toEqual([
    CVD,
    `${FOLDER}/timeline.txt`,
    `${FOLDER}/incident.json`,
  ]);
  expect(Buffer.concat([...files.values()]).toString()).not.toContain('Cannot open the pipe');
});

test('without time and job, and without logs, there is nothing to do', async () => {
  const { host } = await caseOnLinux();
  expect(await look(commvaultIncident, host, { request: { jobIds: [] } })).toEqual({
    skipped: 'no-incident',
  });
  expect(await look(commvaultIncident, host)).toMatchObject({ skipped: 'no-logs' });
});

test('cancelling while it reads is heard', async () => {
  const machine = await machineWithIncident();
  const cancel = new AbortController();
  const open = (path: string) => {
    if (path.endsWith('JobManager.log')) cancel.abort();
    return machine.host.open(path);
  };
  const context = { ...machine.context, signal: cancel.signal, host: { ...machine.host, open } };
  const prepared = await machine.prepare(
    { ...asked, only: [...asked.only] },
    { allowIncomplete: true, context },
  );
  expect(prepared).toMatchObject({ ok: false, problems: [{ code: 'cancelled' }] });
  expect(await machine.leftovers()).toEqual([]);
});
