// Whole runs of the command line in this process, on a planted machine: every exit code that does not need a process of its
// own, both languages, people's output and JSON.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectors } from '#engine/collectors/registry.ts';
import { texts } from '#shared/i18n/texts.ts';
import { completeForm, jsonLines, type PlantedMachine, plantMachine, runOn } from './planted-machine.ts';

let machine: PlantedMachine;
const inOut = () => readdir(machine.out);

beforeEach(async () => {
  machine = await plantMachine();
});
afterEach(() => machine.remove());

test('0: a complete case; the last line of stdout is the absolute path of the packet', async () => {
  const { exitCode, stdout, stderr } = await runOn(machine, ['collect', ...completeForm]);
  expect(stderr).toBe('Looking …\nCollecting …\nPacking …\nChecking …\n');
  expect(exitCode).toBe(0);
  const packet = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(dirname(packet)).toBe(machine.out);
  expect(packet).toMatch(/F96C9_S2_\d{8}-\d{6}_[A-Z0-9]{5}\.zip$/);
  expect((await inOut()).sort()).toEqual(
    [packet, `${packet}.sha256`].map((path) => path.slice(machine.out.length + 1)),
  );
});

test('--quiet is silent on stderr when all goes well', async () => {
  const { exitCode, stderr } = await runOn(machine, ['collect', ...completeForm, '--quiet']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

test('--json: one object a line, the last one says what was built', async () => {
  const { exitCode, stdout, stderr } = await runOn(machine, ['collect', ...completeForm, '--json']);
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  const lines = jsonLines(stdout);
  expect(new Set(lines.slice(0, -1).map(({ type }) => type))).toEqual(new Set(['progress']));
  const done = lines.at(-1) ?? {};
  expect(done).toMatchObject({ type: 'done', gaps: [], failedCollectors: [] });
  expect(done.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(String(done.packet))).size).toBe(done.bytes);
  expect(done.files).toBeGreaterThan(5);
});

test('2: all problems at once, each with its option, nothing written', async () => {
  const args = [
    'collect',
    '--ccid',
    'XYZ',
    '--severity',
    '7',
    '--since',
    'yesterday',
    '--foo',
    '--only',
    'nothing',
  ];
  const { exitCode, stdout, stderr } = await runOn(machine, [...args, '--screenshot', 'none.png', '--quiet']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([
    '--foo: unknown option; see --help',
    '--ccid: “XYZ” is not a CCID; give up to 8 hexadecimal digits, such as F96C9',
    '--severity: “7” is not a severity; give 1, 2, 3 or 4 (1 is the most serious)',
    '--since: “yesterday” is not a time; give it like 24h, 3d or 2026-11-22T10:15+08:00',
    '--only: there is no collector or area named “nothing”',
    `--screenshot: cannot read ${join(machine.out, 'none.png')}: it does not exist`,
    '--company: required item missing: Company name',
    '--contact-name: required item missing: Designated contact: name',
    '--contact-phone: required item missing: Contact phone',
    '--contact-email: required item missing: Contact e-mail',
    '--patch-level: required item missing: CommVault patch level',
    '--description: required item missing: Event description',
    'To build the packet all the same, add --allow-incomplete',
  ]);
  expect(await inOut()).toEqual([]);
});

test('2: what the engine refuses and what is missing come together as well', async () => {
  const { exitCode, stderr } = await runOn(machine, [
    'collect',
    '--skip',
    'nothing',
    '--log-dir',
    'none',
    '--quiet',
  ]);
  expect(exitCode).toBe(2);
  const options = stderr.split('\n').map((line) => line.split(':')[0]);
  expect(options).toEqual(
    expect.arrayContaining(['--skip', '--log-dir', '--ccid', '--severity', '--description']),
  );
  expect(options.filter((option) => option === '--log-dir')).toHaveLength(1);
});

test('2: Chinese', async () => {
  const args = ['collect', ...completeForm, '--severity', '7', '--contact-phone', '问李工', '--lang', 'zh'];
  const { exitCode, stderr } = await runOn(machine, [...args, '--quiet']);
  expect(exitCode).toBe(2);
  expect(stderr.trimEnd().split('\n')).toEqual([
    '--contact-phone：“问李工”不是电话号码，如 010-59051155',
    '--severity：“7”不是严重级别，应为 1、2、3 或 4（1 最严重）',
  ]);
});

test('2: a missing required item, as JSON', async () => {
  const withoutCcid = completeForm.slice(2);
  const { exitCode, stdout, stderr } = await runOn(machine, ['collect', ...withoutCcid, '--json', '--quiet']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
  expect(jsonLines(stdout)).toEqual([
    {
      type: 'problem',
      code: 'missing-item',
      option: '--ccid',
      message: 'required item missing: Product CCID',
    },
  ]);
  expect(await inOut()).toEqual([]);
});

test('2: output folders that cannot be used', async () => {
  const file = join(machine.root, 'file');
  await writeFile(file, '');
  const missing = await runOn(machine, ['collect', ...completeForm, '--out', 'none']);
  expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
  expect(missing.stderr).toBe(`--out: the folder ${join(machine.out, 'none')} does not exist\nLooking …\n`);
  const notFolder = await runOn(machine, ['collect', ...completeForm, '--out', file, '--quiet']);
  expect(notFolder).toEqual({ exitCode: 2, stdout: '', stderr: `--out: ${file} is not a folder\n` });
});

test('3: --allow-incomplete builds and says what is missing and which option supplies it', async () => {
  const args = ['collect', ...completeForm.slice(2), '--allow-incomplete'];
  const { exitCode, stdout, stderr } = await runOn(machine, [...args, '--quiet']);
  expect(exitCode).toBe(3);
  expect(stderr).toBe('Required items missing: Product CCID (--ccid)\n');
  expect(stdout.trimEnd()).toMatch(/NOCCID_S2_[\w-]+\.zip$/);
  const chinese = await runOn(machine, [...args, '--quiet', '--lang', 'zh']);
  expect(chinese).toMatchObject({ exitCode: 3, stderr: '缺少必填项：产品 CCID（--ccid）\n' });
});

test('3: a collector that fails does not stop the others, and is named with its reason', async () => {
  const broken = { ...machine.host, hardware: () => Promise.reject(new Error('planted')) };
  const run = await runOn(machine, ['collect', ...completeForm, '--quiet'], { openHost: async () => broken });
  expect(run.exitCode).toBe(3);
  expect(run.stderr).toBe('Collectors that failed: hardware.summary (unexpected error)\n');
});

test('1: a bug is told in one line, the details go into a private file without option values', async () => {
  const openHost = () => Promise.reject(new Error('planted bug'));
  const run = await runOn(machine, ['collect', ...completeForm], { openHost });
  expect(run).toMatchObject({ exitCode: 1, stdout: '' });
  const file = /details are in (\S+)\n$/.exec(run.stderr)?.[1] ?? '';
  expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  const details = await readFile(file, 'utf8');
  expect(details).toContain('planted bug');
  expect(details).not.toContain('li@acme.example');
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  await rm(file);
  const json = await runOn(machine, ['collect', '--json'], { openHost });
  const [problem] = jsonLines(json.stdout);
  expect(problem).toMatchObject({ type: 'problem', code: 'unexpected-error' });
  await rm(/details are in (\S+)$/.exec(String(problem?.message))?.[1] ?? '');
});

test('130: cancelled before and during work, nothing remains', async () => {
  const already = await runOn(machine, ['collect', ...completeForm, '--quiet'], {
    signal: AbortSignal.abort(),
  });
  const cancelled = { exitCode: 130, stdout: '', stderr: 'cancelled; nothing half-written remains\n' };
  expect(already).toEqual(cancelled);
  const controller = new AbortController();
  const openHost = async () => ({
    ...machine.host,
    open: async (path: string) => {
      if (path.endsWith('CVMA.log')) controller.abort();
      return machine.host.open(path);
    },
  });
  const args = ['collect', ...completeForm, '--quiet'];
  expect(await runOn(machine, args, { openHost, signal: controller.signal })).toEqual(cancelled);
  expect(await inOut()).toEqual([]);
});

test('at a terminal the list is shown and asked about; only yes builds', async () => {
  const yes = await runOn(machine, ['collect', ...completeForm, '--quiet', '--lang', 'zh'], {
    answer: '是\n',
  });
  expect(yes.exitCode).toBe(0);
  expect(yes.stderr).toMatch(
    /案例包将包含：[\s\S]*commvault\.logs +CommVault 日志 +\d+ [\s\S]*检查清单：必填项齐全/,
  );
  expect(yes.stderr).toMatch(/脱敏级别：标准\n已替换：.*主机名/);
  for (const answer of ['\n', 'n\n', '']) {
    const no = await runOn(machine, ['collect', ...completeForm, '--quiet'], { answer });
    expect(no.exitCode).toBe(130);
    expect(no.stderr).toContain('cancelled; nothing half-written remains');
  }
  expect(await inOut()).toHaveLength(2);
});

test.each([['--yes'], ['--json']])('%s does not ask', async (option) => {
  const run = await runOn(machine, ['collect', ...completeForm, '--quiet', option], { answer: 'n\n' });
  expect(run.exitCode).toBe(0);
});

test('warnings do not stop anything', async () => {
  const form = ['collect', ...completeForm, '--ccid', 'FFFFF', '--quiet'];
  const run = await runOn(machine, form);
  expect(run.exitCode).toBe(0);
  expect(run.stderr).toMatch(/^Note: --ccid: FFFFF means unlicensed/);
  const json = await runOn(machine, [...form, '--ccid', '12345', '--json']);
  expect(jsonLines(json.stdout)[0]).toMatchObject({
    type: 'warning',
    code: 'two-readings',
    option: '--ccid',
  });
});

test('plan needs no form, writes nothing, and names the gaps with their options', async () => {
  const { exitCode, stdout } = await runOn(machine, ['plan', '--quiet']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/commvault\.logs +CommVault logs +6 +\d+\.\d KB +Ready/);
  expect(stdout).toMatch(/Total: \d+ files, ≥ \d+/);
  expect(stdout).toMatch(/Product CCID +yes +Missing +--ccid/);
  expect(stdout).toMatch(/Required items missing: Product CCID, /);
  expect(await inOut()).toEqual([]);
});

test('plan --json is the plan', async () => {
  const { exitCode, stdout } = await runOn(machine, ['plan', '--json', '--quiet', ...completeForm]);
  expect(exitCode).toBe(0);
  const [plan, ...rest] = jsonLines(stdout);
  expect(rest).toEqual([]);
  expect(plan).toMatchObject({
    type: 'plan',
    facts: {
      commvault: { instances: [{ clientName: 'ma01', commServe: 'cs01' }, { clientName: 'ma01_2' }] },
    },
  });
  expect(Object.keys(plan ?? {}).sort()).toEqual([
    'checklist',
    'facts',
    'files',
    'leftOut',
    'outcomes',
    'totalBytes',
    'type',
  ]);
});

test('plan refuses wrong values too', async () => {
  const { exitCode, stderr } = await runOn(machine, ['plan', '--since', 'yesterday', '--quiet']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^--since: .*\n$/);
});

test.each(['zh', 'en'] as const)('collectors in %s: every one with what it reads', async (language) => {
  const { exitCode, stdout } = await runOn(machine, ['collectors', '--lang', language]);
  expect(exitCode).toBe(0);
  for (const { id } of collectors) {
    const line = stdout.split('\n').find((one) => one.startsWith(`${id} `));
    expect(line).toContain(texts(language).terms.collector[id]?.reads);
  }
  const json = jsonLines((await runOn(machine, ['collectors', '--json'])).stdout);
  expect(json.map(({ id }) => id)).toEqual(collectors.map(({ id }) => id));
});

test('a packet verifies; changed, cut short or foreign files do not', async () => {
  const built = await runOn(machine, ['collect', ...completeForm, '--quiet']);
  const packet = built.stdout.trimEnd().split('\n').at(-1) ?? '';
  const good = await runOn(machine, ['verify', packet, '--quiet']);
  expect(good.exitCode).toBe(0);
  expect(good.stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^Verified: case [A-Z0-9]{5}, \d+ files, all as written$/,
  );
  const bytes = await readFile(packet);
  const inFirstEntry = bytes.indexOf(Buffer.from('case.html')) + 200;
  bytes[inFirstEntry] = (bytes[inFirstEntry] ?? 0) ^ 0xff;
  await writeFile(packet, bytes);
  const changed = await runOn(machine, ['verify', packet, '--quiet', '--lang', 'zh']);
  expect(changed.exitCode).toBe(5);
  expect(changed.stdout).toMatch(/^内容已改动 .* case\.html$/m);
  expect(changed.stdout.trimEnd().split('\n').at(-1)).toBe('校验未通过：不要使用这个案例包');
  await writeFile(packet, bytes.subarray(0, bytes.length / 2));
  const cut = await runOn(machine, ['verify', packet, '--json', '--quiet']);
  expect(cut.exitCode).toBe(5);
  expect(jsonLines(cut.stdout)).toMatchObject([
    { type: 'verify', ok: false, problems: [{ code: 'not-a-packet' }] },
  ]);
});

test('verify without a file, or with one that is not there, is bad input', async () => {
  expect(await runOn(machine, ['verify'])).toMatchObject({
    exitCode: 2,
    stderr: 'FILE: name what is to be read; see --help\n',
  });
  const missing = await runOn(machine, ['verify', 'none.zip', '--lang', 'zh']);
  expect(missing).toMatchObject({
    exitCode: 2,
    stderr: `FILE：无法读取 ${join(machine.out, 'none.zip')}：不存在\n`,
  });
  expect(await runOn(machine, ['verify', '.'])).toMatchObject({ exitCode: 2 });
});

test('unknown commands and languages', async () => {
  expect(await runOn(machine, ['colect'])).toMatchObject({
    exitCode: 2,
    stderr: 'colect: there is no such command; see --help\n',
  });
  expect(await runOn(machine, ['collectors', '--lang', 'fr'])).toMatchObject({
    exitCode: 2,
    stderr: '--lang: “fr” is not available; choose one of: zh, en\n',
  });
  expect(await runOn(machine, [])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await runOn(machine, ['--version'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test('file names cannot drive the terminal', async () => {
  const name = 'CVD\u001b[31m\u202egol.log';
  await writeFile(join(machine.root, 'var/log/commvault/Log_Files', name), 'x\n');
  const built = await runOn(machine, ['collect', ...completeForm, '--quiet']);
  const packet = built.stdout.trimEnd().split('\n').at(-1) ?? '';
  const { stdout } = await runOn(machine, ['verify', packet, '--quiet']);
  expect(stdout).toMatch(/CVD/);
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toContain('\u202e');
  const wrong = await runOn(machine, ['collect', '--severity', '\u001b[31m', '--quiet']);
  expect(wrong.stderr).toContain('\\u001b[31m');
});
