// Redaction through the built command, as whoever opens the packet sees it: what was planted is gone in every encoding and
// archive, what looks like it stays, and the stand-ins of a reply turn back into names. Runs in vitest.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { unpack } from '#test/fixtures/unpack.ts';
import { type Workplace, workplace } from './workplace.ts';

const PLANTED = [
  'bjsql-prod-07',
  'finance.corp-bank.cn',
  'zhang.wei@corp-bank.cn',
  '10.20.30.41',
  'S3cr3t-Pa55',
  '海螺计划',
];
const HARMLESS = [
  '11.0.80.160',
  '6.1.7601.18839',
  '[19:1131]',
  '127.0.0.1',
  'CVArchive::Write()',
  'job 230417',
];
const TEXT = [
  '4312  1a2c  11/22 10:15:30 230417 Backup of client [bjsql-prod-07] at bjsql-prod-07.finance.corp-bank.cn started',
  '4312  1a2c  11/22 10:15:31 230417 password=S3cr3t-Pa55 from 10.20.30.41 by zhang.wei@corp-bank.cn',
  '4312  1a2c  11/22 10:15:32 230417 主机bjsql-prod-07无法连接，项目海螺计划',
  `4312  1a2c  11/22 10:15:33 230417 ${HARMLESS.join(' ')}`,
  '',
].join('\r\n');

/** 海螺计划 and the other Chinese characters of the text in GBK, which Node cannot write. */
const GBK: Readonly<Record<string, string>> = {
  ...{ 主: 'd6f7', 机: 'bbfa', 无: 'cede', 法: 'b7a8', 连: 'c1ac', 接: 'bdd3', '，': 'a3ac' },
  ...{ 项: 'cfee', 目: 'c4bf', 海: 'baa3', 螺: 'c2dd', 计: 'bcc6', 划: 'bbae' },
};
const gbk = (text: string): Buffer =>
  Buffer.concat([...text].map((one) => Buffer.from(GBK[one] ?? one, one in GBK ? 'hex' : 'ascii')));

async function plantedLogs({ logs }: Workplace): Promise<void> {
  const wide = Buffer.from(TEXT, 'utf16le');
  const files: Record<string, Buffer> = {
    'CVD.log': Buffer.from(TEXT),
    'bjsql-prod-07_clBackup.log': Buffer.from(TEXT),
    'JobManager.log': gbk(TEXT),
    'EvMgrS.log': Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    'ArchMgr.log': wide,
    'CVMA_2026_11_20_10_00_00.log.gz': gzipSync(TEXT),
    'dump.bin': Buffer.from(Array.from({ length: 4096 }, (_, at) => at % 256)),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(logs, name), bytes);
}

const form = (place: Workplace): string[] => [
  ...['collect', ...completeForm, '--commvault-version', '11', '--log-dir', place.logs],
  ...['--only', 'commvault.logs', '--keyword', '海螺计划', '--allow-incomplete', '--quiet'],
];

function readings(bytes: Buffer): string[] {
  return ['utf-8', 'utf-16le', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
}

test('nothing that was planted leaves, in no encoding and no archive; what looks like it stays', async () => {
  const place = await workplace();
  await plantedLogs(place);
  const { exitCode, lastLine } = await place.run(form(place));
  expect(exitCode).toBe(3);
  const { files } = await unpack(lastLine);
  for (const [path, packed] of files) {
    const bytes = path.endsWith('.gz') ? gunzipSync(packed) : packed;
    for (const text of [path, ...readings(bytes)])
      for (const word of PLANTED)
        expect({ path, word, found: text.includes(word) }).toMatchObject({ found: false });
  }
  const log = String(files.get('collected/commvault/logs/Instance001/CVD.log'));
  expect(log.split('\r\n')).toHaveLength(TEXT.split('\r\n').length);
  for (const word of HARMLESS) expect(log).toContain(word);
  const sheet = JSON.parse(String(files.get('case.json')));
  expect(sheet.contact.email).toBe('li@acme.example');
  expect(sheet.redaction.withheld).toEqual([
    { path: 'collected/commvault/logs/Instance001/dump.bin', reason: 'binary' },
  ]);
  expect(await place.run(['verify', lastLine])).toMatchObject({ exitCode: 0 });
});

test('a follow-up speaks of the same stand-ins, and reveal turns a reply back into names', async () => {
  const place = await workplace();
  await plantedLogs(place);
  const logOf = async (args: readonly string[]) => {
    const { lastLine } = await place.run([...form(place), ...args]);
    const { files } = await unpack(lastLine);
    const sheet = JSON.parse(String(files.get('case.json')));
    return {
      reference: String(sheet.caseReference),
      log: String(files.get('collected/commvault/logs/Instance001/CVD.log')),
    };
  };
  const first = await logOf([]);
  const second = await logOf(['--follow-up', first.reference]);
  expect(second).toEqual(first);

  const [map = ''] = await readdir(join(place.data, 'cases'));
  const mapPath = join(place.data, 'cases', map);
  expect((await stat(mapPath)).mode & 0o777).toBe(0o600);
  expect(await readFile(mapPath, 'utf8')).not.toContain('S3cr3t-Pa55');
  const standIn = /client \[([^\]]+)\]/.exec(first.log)?.[1] ?? '';
  const reply = join(place.out, '回复 reply.txt');
  await writeFile(reply, `Please restart the services on ${standIn}.\n`);
  const revealed = await place.run(['reveal', first.reference, reply]);
  expect(revealed).toMatchObject({
    exitCode: 0,
    stdout: 'Please restart the services on bjsql-prod-07.\n',
  });
});

test('plan --redaction tells what would be replaced and writes nothing', async () => {
  const place = await workplace();
  await plantedLogs(place);
  const args = ['plan', '--log-dir', place.logs, '--only', 'commvault.logs', '--redaction', '--quiet'];
  const { exitCode, stdout } = await place.run(args);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/CVD\.log +.*\d/);
  expect(stdout).toContain('dump.bin');
  expect(stdout).not.toContain('S3cr3t-Pa55');
  for (const folder of [place.out, place.drafts, place.data]) expect(await readdir(folder)).toEqual([]);
});

test('a binary goes where the user says so by name, a file stays where the user says so; a mistyped name is refused', async () => {
  const place = await workplace();
  await plantedLogs(place);
  const folder = 'collected/commvault/logs/Instance001';
  const { lastLine } = await place.run([
    ...form(place),
    ...['--send-binary', `${folder}/dump.bin`, '--withhold', `${folder}/CVD.log`],
  ]);
  const { files } = await unpack(lastLine);
  expect(files.has(`${folder}/dump.bin`)).toBe(true);
  expect(files.has(`${folder}/CVD.log`)).toBe(false);
  await mkdir(join(place.out, 'again'));
  const wrong = await place.run([...form(place), '--withhold', `${folder}/cvd.lgo`, '--out', 'again']);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toMatch(/^--withhold: .*cvd\.lgo/);
  expect(await readdir(join(place.out, 'again'))).toEqual([]);
});
