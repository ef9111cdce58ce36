// Whole cases through the built command on this machine, with a CommVault registry at its real place: what is in the
// packet, what other programs make of it, what the screen and scripts are told. Runs in vitest.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completeForm, jsonLines } from '#test/cli/planted-machine.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { unpack } from '#test/fixtures/unpack.ts';
import { integrityChecks, nameLists, readWithPython } from '#test/fixtures/zip-readers.ts';
import { logText } from './log-text.ts';
import { canPlantRegistry, plantRegistry } from './registry-on-this-machine.ts';
import { fingerprint, leftIn, sha256Of, type Workplace, workplace } from './workplace.ts';

async function machineWithTwoInstances(): Promise<Workplace> {
  const place = await workplace();
  const first = join(place.logs, '实例 一', 'Log_Files');
  const second = join(place.logs, '实例 二', 'Log_Files');
  await plantFiles(first, {
    'CVD.log': logText(900_000),
    'CVMA.log': logText(40_000),
    'empty.log': '',
    '库/备份 日志.log': '备份失败\n',
  });
  await plantFiles(second, { 'CVD.log': logText(2_000) });
  await plantRegistry([first, second]);
  return place;
}

const LOGS = 'collected/commvault/logs';

describe.runIf(canPlantRegistry)('a machine with two instances', () => {
  test.each(['zh', 'en'] as const)('0: the packet, %s', async (lang) => {
    const place = await machineWithTwoInstances();
    const before = await fingerprint(place.logs);
    const { exitCode, stdout, stderr, lastLine } = await place.run([
      'collect',
      ...completeForm,
      ...['--redact', 'off', '--lang', lang],
    ]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr:
        lang === 'zh'
          ? '查找……\n采集……\n打包……\n校验……\n'
          : 'Looking …\nCollecting …\nPacking …\nChecking …\n',
    });
    expect(stdout).toContain(
      lang === 'zh' ? '检查清单：必填项齐全' : 'Checklist: all required items present',
    );
    expect(dirname(lastLine)).toBe(place.out);
    expect(basename(lastLine)).toMatch(/^F96C9_S2_\d{8}-\d{6}_[A-Z0-9]{5}\.zip$/);
    expect((await leftIn(place)).sort()).toEqual([basename(lastLine), `${basename(lastLine)}.sha256`]);
    expect(await fingerprint(place.logs)).toEqual(before);

    const { files } = await unpack(lastLine);
    const packed = (path: string) =>
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex');
    for (const [path, source] of [
      ['Instance001/CVD.log', '实例 一/Log_Files/CVD.log'],
      ['Instance001/库/备份 日志.log', '实例 一/Log_Files/库/备份 日志.log'],
      ['Instance002/CVD.log', '实例 二/Log_Files/CVD.log'],
    ])
      expect(packed(`${LOGS}/${path}`)).toBe(await sha256Of(join(place.logs, source ?? '')));
    const sheet = JSON.parse(String(files.get('case.json')));
    expect(sheet.commvault.instances).toMatchObject([
      { instance: 'Instance001', clientName: 'ma01', commServe: 'cs01' },
      { instance: 'Instance002', clientName: 'ma01_2' },
    ]);
    for (const bytes of files.values()) expect(bytes.includes('3f9c21aa07')).toBe(false);
  });

  test('the packet opens in Python, Info-ZIP, 7-Zip and bsdtar; its checksum file fits; it verifies', async () => {
    const place = await machineWithTwoInstances();
    const { lastLine } = await place.run(['collect', ...completeForm, '--redact', 'off']);
    const names = (await readWithPython(lastLine)).map(({ name }) => name).sort();
    expect(names).toContain(`${LOGS}/Instance001/库/备份 日志.log`);
    for (const [reader, list] of Object.entries(nameLists))
      expect({ reader, names: (await list(lastLine)).sort() }).toEqual({ reader, names });
    for (const check of Object.values(integrityChecks)) await check(lastLine);
    const run = promisify(execFile);
    const { stdout } = await run('sha256sum', ['-c', `${basename(lastLine)}.sha256`], { cwd: place.out });
    expect(stdout).toBe(`${basename(lastLine)}: OK\n`);
    const verified = await place.run(['verify', basename(lastLine), '--lang', 'zh', '--quiet']);
    expect(verified).toMatchObject({ exitCode: 0, stderr: '' });
    expect(verified.lastLine).toMatch(/^校验通过：案例 [A-Z0-9]{5}，\d+ 个文件全部一致$/);
    expect(verified.stdout).toMatch(
      /^一致 +900,\d{3} {2}collected\/commvault\/logs\/Instance001\/CVD\.log$/m,
    );
  });

  test('--json: every line is one object with a type; the last one is the result', async () => {
    const place = await machineWithTwoInstances();
    const { exitCode, stdout, stderr } = await place.run(['collect', ...completeForm, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.endsWith('\n')).toBe(true);
    const lines = jsonLines(stdout);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatchObject({
        type: 'progress',
        stage: expect.stringMatching(/^(look|collect|pack|check)$/),
      });
      for (const count of ['doneBytes', 'totalBytes', 'doneFiles', 'totalFiles'])
        expect(line[count]).toEqual(expect.any(Number));
    }
    const done = lines.at(-1) ?? {};
    expect(Object.keys(done)).toEqual([
      'type',
      'packet',
      'bytes',
      'sha256',
      'encryption',
      'files',
      'gaps',
      'failedCollectors',
      'caseReference',
    ]);
    expect(done).toMatchObject({ type: 'done', gaps: [], failedCollectors: [] });
    expect(done.sha256).toBe(await sha256Of(String(done.packet)));
    expect((await readWithPython(String(done.packet), ['case.json'])).length).toBe(done.files);
  });

  test('plan says the same files and writes nothing', async () => {
    const place = await machineWithTwoInstances();
    const english = await place.run(['plan', '--quiet']);
    expect(english).toMatchObject({ exitCode: 0, stderr: '' });
    expect(english.stdout).toMatch(/^commvault\.logs +CommVault logs +5 +\d+\.\d KB +Ready +for some$/m);
    expect(english.stdout).toMatch(/^CommVault software version +yes +Provided +11/m);
    const chinese = await place.run(['plan', '--quiet', '--lang', 'zh']);
    expect(chinese.stdout).toMatch(/^commvault\.logs +CommVault 日志 +5 +\d+\.\d KB +可采集 +部分$/m);
    const [plan] = jsonLines((await place.run(['plan', '--quiet', '--json'])).stdout);
    expect(plan).toMatchObject({ type: 'plan', facts: { commvault: { instances: [{}, {}] } } });
    expect(await leftIn(place)).toEqual([]);
  });

  test('3: a required item is missing; built all the same when told to', async () => {
    const place = await machineWithTwoInstances();
    const form = completeForm.slice(2);
    expect(await place.run(['collect', ...form, '--quiet'])).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr:
        '--ccid: required item missing: Product CCID\nTo build the packet all the same, add --allow-incomplete\n',
    });
    expect(await leftIn(place)).toEqual([]);
    const built = await place.run(['collect', ...form, '--quiet', '--allow-incomplete', '--lang', 'zh']);
    expect(built).toMatchObject({ exitCode: 3, stderr: '缺少必填项：产品 CCID（--ccid）\n' });
    expect(basename(built.lastLine)).toMatch(/^NOCCID_S2_/);
    expect((await place.run(['verify', built.lastLine, '--quiet'])).exitCode).toBe(0);
  });

  test('3: a collector fails: the log folders are not for this user', async () => {
    const place = await workplace();
    const locked = join(place.logs, 'Log_Files');
    await mkdir(locked, { mode: 0o700 });
    await writeFile(join(locked, 'CVD.log'), 'x\n');
    await plantRegistry([locked]);
    const args = ['collect', ...completeForm, '--quiet', '--allow-incomplete'];
    const { exitCode, stderr, lastLine } = await place.run(args, { asNobody: true });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('Required items missing: CommVault logs (--log-dir)\n');
    expect(stderr).toContain('Collectors that failed: commvault.logs (permission denied)\n');
    const { files } = await unpack(lastLine);
    expect(String(files.get(`${LOGS}/ERROR.txt`))).toContain(locked);
    expect((await readdir(place.out)).sort()).toEqual([basename(lastLine), `${basename(lastLine)}.sha256`]);
  });
});
