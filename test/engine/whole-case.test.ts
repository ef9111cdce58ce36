// A whole case through prepareCase and deliverCase on the planted machine: what the packet holds, to the letter of the
// contract. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliverCase } from '#engine/deliver-case.ts';
import type { PacketDraft } from '#engine/packet/packet-draft.ts';
import { verifyPacket } from '#engine/packet/verify-packet.ts';
import { CaseSheet } from '#shared/schema/case-sheet.ts';
import { Manifest } from '#shared/schema/manifest.ts';
import type { Receipt } from '#shared/schema/receipt.ts';
import { type CaseOnLinux, caseOnLinux, succeeded } from '#test/fixtures/case-on-linux.ts';
import { PLANTED_SECRETS } from '#test/fixtures/plant-linux-host.ts';
import { unpack } from '#test/fixtures/unpack.ts';

const LOGS = 'collected/commvault/logs';

let machine: CaseOnLinux;
let draft: PacketDraft;
let receipt: Receipt;
let files: Map<string, Buffer>;
let names: string[];

async function wholeCase(withhold: readonly string[] = []): Promise<void> {
  machine = await caseOnLinux();
  draft = succeeded(await machine.prepare());
  const delivery = { folder: machine.output, withhold };
  receipt = succeeded(await deliverCase(draft, delivery, machine.context));
  ({ files, names } = await unpack(receipt.packetPath));
}

const json = (name: string): unknown => JSON.parse(String(files.get(name)));

describe('the packet', () => {
  test('bears CCID, severity, local time and reference in its name, and its checksum lies beside it', async () => {
    await wholeCase();
    expect(basename(receipt.packetPath)).toBe(`F96C9_S2_20261120-101530_${receipt.caseReference}.zip`);
    expect(receipt.caseReference).toMatch(/^[2-9A-HJKMNP-Z]{5}$/);
    expect((await readdir(machine.output)).sort()).toEqual(
      [basename(receipt.packetPath), `${basename(receipt.packetPath)}.sha256`].sort(),
    );
    const check = execFileSync('sha256sum', ['-c', `${basename(receipt.packetPath)}.sha256`], {
      cwd: machine.output,
    });
    expect(check.toString()).toMatch(/OK$/m);
    expect((await stat(receipt.packetPath)).size).toBe(receipt.bytes);
    expect((await stat(receipt.packetPath)).mode & 0o777).toBe(0o600);
  });

  test('holds exactly these files, the case sheet first', async () => {
    await wholeCase();
    expect(names.slice(0, 3)).toEqual(['case.html', 'case.json', 'manifest.json']);
    expect(names.slice(3).sort()).toEqual(
      [
        'attachments/report.txt',
        'collected/commvault/instances/instances.json',
        'collected/commvault/instances/Instance001/registry.txt',
        'collected/commvault/instances/Instance002/registry.txt',
        ...[`${LOGS}/Instance001/CVD.log`, `${LOGS}/Instance001/CVD_2026_11_17_01_02_03.log`],
        ...[`${LOGS}/Instance001/CVMA.log`, `${LOGS}/Instance001/empty.log`],
        ...[`${LOGS}/Instance001/库/备份日志.log`, `${LOGS}/Instance002/CVD.log`, `${LOGS}/LEFT-OUT.txt`],
        'collected/hardware/summary/hardware.json',
        ...['collected/os/release/os-release', 'collected/os/release/system.txt'],
        ...['collected/system/logs/ERROR.txt', 'collected/system/logs/messages'],
        'screenshots/01.png',
      ].sort(),
    );
    expect(receipt.files).toBe(names.length);
  });

  test('holds the machine’s bytes, and no secrets', async () => {
    await wholeCase();
    const logs = join(machine.folder, 'var/log/commvault/Log_Files');
    for (const name of ['CVD.log', 'empty.log', '库/备份日志.log']) {
      expect(files.get(`${LOGS}/Instance001/${name}`)).toEqual(await readFile(join(logs, name)));
    }
    const all = Buffer.concat([...files.values()]).toString();
    for (const secret of PLANTED_SECRETS) expect(all).not.toContain(secret);
    expect(all).not.toMatch(/root:x:0/);
  });

  test('tells what went wrong: dmesg is not there, links were not followed', async () => {
    await wholeCase();
    expect(String(files.get('collected/system/logs/ERROR.txt'))).toMatch(/^not-found\tdmesg/);
    expect(String(files.get(`${LOGS}/LEFT-OUT.txt`))).toContain('/var/log/commvault/Log_Files/way-out.log');
  });

  test('keeps the files’ own times, in local time', async () => {
    await wholeCase();
    const listing = execFileSync('unzip', ['-l', receipt.packetPath]).toString();
    const { mtime } = await stat(join(machine.folder, 'var/log/commvault/Log_Files/CVMA.log'));
    const local = [mtime.getHours(), mtime.getMinutes()].map((part) => String(part).padStart(2, '0'));
    expect(listing).toMatch(new RegExp(`${local.join(':')}   ${LOGS}/Instance001/CVMA\\.log`));
  });

  test('passes its own verification', async () => {
    await wholeCase();
    const report = await verifyPacket(receipt.packetPath, machine.context);
    expect(report).toMatchObject({ ok: true, caseReference: receipt.caseReference, problems: [] });
    expect(report.files).toHaveLength(names.length - 1);
  });
});

test('case.json says what the user said and what the machine is', async () => {
  await wholeCase();
  const sheet = CaseSheet.strict().parse(json('case.json'));
  expect(sheet).toMatchObject({
    formatVersion: 1,
    tool: { name: 'Casepack', version: '0.0.0-test' },
    caseReference: receipt.caseReference,
    createdAt: '2026-11-20T10:15:30+08:00',
    timeZone: 'Asia/Shanghai',
    serviceId: { ccid: 'F96C9' },
    company: { name: '某某银行股份有限公司' },
    contact: { name: '王伟', phone: '010-59051155', extension: '8021', email: 'wang.wei@bank.example' },
    support: { plan: 'standard', respondBy: '2026-11-20T12:15:30+08:00' },
    severity: { level: 2, name: 'High', responseHours: 2, reasons: [] },
    event: { title: '生产服务器备份失败', problemArea: 'backup', jobIds: ['230801'], window: {} },
    system: { hostName: 'ma01', os: { platform: 'linux', version: '9.4', arch: 'x64' } },
    commvault: {
      instances: [
        { instance: 'Instance001', clientName: 'ma01', version: '11.26.35', patchLevel: '11.26.35' },
        { instance: 'Instance002', clientName: 'ma01_2' },
      ],
    },
    hardware: { model: 'PowerEdge R740' },
    redaction: { level: 'off', rules: [], withheld: [] },
  });
  expect(sheet.checklist.filter(({ required, state }) => required && state !== 'provided')).toEqual([]);
  expect(receipt).toMatchObject({ gaps: [], failedCollectors: [] });
});

test('manifest.json lists every other file with its true hash, size, time and origin', async () => {
  await wholeCase();
  const manifest = Manifest.strict().parse(json('manifest.json'));
  expect(manifest.files.map(({ path }) => path).sort()).toEqual(
    names.filter((name) => name !== 'manifest.json').sort(),
  );
  for (const { path, bytes, sha256 } of manifest.files) {
    const held = files.get(path) ?? Buffer.alloc(0);
    expect({ path, bytes, sha256 }).toEqual({
      path,
      bytes: held.length,
      sha256: createHash('sha256').update(held).digest('hex'),
    });
  }
  const find = (path: string) => manifest.files.find((file) => file.path === path);
  expect(find(`${LOGS}/Instance001/CVMA.log`)).toMatchObject({
    collector: 'commvault.logs',
    modifiedAt: '2026-11-20T09:15:30+08:00',
    sourcePath: '/var/log/commvault/Log_Files/CVMA.log',
    redactions: 0,
  });
  expect(find('case.html')).toMatchObject({ collector: 'casepack' });
  const statusOf = new Map(manifest.outcomes.map(({ collector, status }) => [collector, status]));
  expect(Object.fromEntries(statusOf)).toMatchObject({
    'os.release': 'ok',
    'commvault.logs': 'ok',
    'system.logs': 'partial',
    'user.screenshots': 'ok',
  });
});

test('what the user withholds stays on the machine, is listed, and no longer counts as provided', async () => {
  const withheld = ['screenshots/01.png', 'collected/system/logs/messages'];
  await wholeCase(withheld);
  for (const path of withheld) expect(names).not.toContain(path);
  const sheet = CaseSheet.parse(json('case.json'));
  expect(sheet.redaction.withheld).toEqual(withheld.map((path) => ({ path, reason: 'withheld-by-user' })));
  expect(Manifest.parse(json('manifest.json')).files.map(({ path }) => path)).not.toContain(withheld[0]);
  expect(sheet.checklist.find(({ item }) => item === 'system-logs')?.state).toBe('missing');
  expect(receipt.gaps).toEqual(['system-logs']);
  expect(String(files.get('case.html'))).toContain('screenshots/01.png');
});

test('the machine is as it was: same bytes, same times', async () => {
  machine = await caseOnLinux();
  const before = await fingerprint(machine.folder);
  draft = succeeded(await machine.prepare());
  succeeded(await deliverCase(draft, { folder: machine.output, withhold: [] }, machine.context));
  expect(await fingerprint(machine.folder)).toEqual(before);
});

test('discarded, nothing is left but the packet', async () => {
  await wholeCase();
  await draft.discard();
  expect((await machine.leftovers()).sort()).toEqual(
    [basename(receipt.packetPath), `${basename(receipt.packetPath)}.sha256`].sort(),
  );
  expect(dirname(receipt.packetPath)).toBe(machine.output);
});

/** Every entry below a folder with its size, times and hash. */
async function fingerprint(folder: string): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    const stats = await lstat(path);
    const hash = stats.isFile()
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : '';
    lines.push(`${name} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${hash}`);
  }
  return lines;
}
