// Input that the built command refuses: exit code 2, one line a problem, nothing written. And what it does when it meets
// something that nobody expected: exit code 1. Runs in vitest.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeForm, jsonLines } from '#test/cli/planted-machine.ts';
import { leftIn, workplace } from './workplace.ts';

const WRONG = [
  ...['--ccid', 'XYZ', '--severity', '7', '--since', 'yesterday', '--contact-email', 'li@', '--colour'],
  ...['--contact-phone', 'ask Li', '--problem', 'coffee', '--plan', 'gold', '--max-size', 'huge'],
  ...['--occurred-at', '2026-02-30', '--job', 'J1', '--only', 'tapes', '--screenshot', 'none.png'],
  ...['--out', 'nowhere'],
];

test('2: every problem on a line of its own that begins with its option', async () => {
  const place = await workplace();
  const finished = await place.run(['collect', ...WRONG, '--quiet']);
  expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
  const foundByCollectors = /^--(commvault-version|patch-level|log-dir): required/;
  const lines = finished.stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !foundByCollectors.test(line));
  expect(lines).toEqual([
    '--colour: unknown option; see --help',
    '--ccid: “XYZ” is not a CCID; give up to 8 hexadecimal digits, such as F96C9',
    '--contact-phone: “ask Li” is not a phone number, such as 010-59051155',
    '--contact-email: “li@” is not an e-mail address',
    '--plan: “gold” is not available; choose one of: standard, premium',
    '--severity: “7” is not a severity; give 1, 2, 3 or 4 (1 is the most serious)',
    expect.stringMatching(/^--problem: “coffee” is not available; choose one of: backup, /),
    '--occurred-at: “2026-02-30” is not a time; give it like 2026-11-22 or 2026-11-22T10:15+08:00',
    '--job: “J1” is not a job number; give up to 12 digits',
    '--since: “yesterday” is not a time; give it like 24h, 3d or 2026-11-22T10:15+08:00',
    '--max-size: “huge” is not a size; give it like 500MB or 2GB',
    `--out: the folder ${join(place.out, 'nowhere')} does not exist`,
    '--only: there is no collector or area named “tapes”',
    `--screenshot: cannot read ${join(place.out, 'none.png')}: it does not exist`,
    '--company: required item missing: Company name',
    '--contact-name: required item missing: Designated contact: name',
    '--description: required item missing: Event description',
    'To build the packet all the same, add --allow-incomplete',
  ]);
  expect(await leftIn(place)).toEqual([]);
});

test('2: the same in Chinese, and in the language of the system', async () => {
  const place = await workplace();
  const args = ['collect', ...WRONG, '--quiet'];
  const asked = await place.run([...args, '--lang', 'zh']);
  expect(asked.exitCode).toBe(2);
  expect(asked.stderr.split('\n').slice(0, 4)).toEqual([
    '--colour：没有这个选项，可用 --help 查看',
    '--ccid：“XYZ”不是 CCID，应为最多 8 位十六进制数字，如 F96C9',
    '--contact-phone：“ask Li”不是电话号码，如 010-59051155',
    '--contact-email：“li@”不是电子邮件地址',
  ]);
  expect(asked.stderr).toContain('--severity：“7”不是严重级别，应为 1、2、3 或 4（1 最严重）\n');
  expect(asked.stderr).toContain(
    '--since：“yesterday”不是有效时间，应为 24h、3d，或如 2026-11-22T10:15+08:00\n',
  );
  const bySystem = await place.run(args, { env: { LANG: 'zh_CN.UTF-8' } });
  expect(bySystem.stderr).toBe(asked.stderr);
  expect(await leftIn(place)).toEqual([]);
});

test('2: with --json the problems are objects on stdout', async () => {
  const place = await workplace();
  const finished = await place.run([
    'collect',
    ...completeForm,
    '--severity',
    '7',
    '--log-dir',
    '无',
    '--json',
  ]);
  expect(finished).toMatchObject({ exitCode: 2, stderr: '' });
  const problems = jsonLines(finished.stdout).filter(({ type }) => type !== 'progress');
  expect(problems).toMatchObject([
    { type: 'problem', code: 'not-a-severity', option: '--severity' },
    { type: 'problem', code: 'cannot-read', option: '--log-dir' },
    ...problems
      .slice(2)
      .map(() => ({ type: 'problem', code: 'missing-item', option: '--commvault-version' })),
  ]);
});

test('2: a case file tells the place of what is wrong; options override it', async () => {
  const place = await workplace();
  const file = join(place.out, '案例 一.json');
  await writeFile(file, JSON.stringify({ ccid: 'XYZ', severity: 7, contact: { mail: 'x' }, jobIds: ['1'] }));
  const unknown = await place.run(['plan', '--case', '案例 一.json', '--quiet']);
  expect(unknown).toMatchObject({
    exitCode: 2,
    stderr: '--case 案例 一.json: contact.mail: there is no such field\n',
  });
  await writeFile(file, JSON.stringify({ ccid: 'XYZ', severity: 7, jobIds: ['1', 'x'] }));
  const wrong = await place.run(['plan', '--case', file, '--ccid', 'F96C9', '--quiet']);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^--case 案例 一\.json: severity: “7” is not a severity/),
    expect.stringMatching(/^--case 案例 一\.json: jobIds\[1\]: “x” is not a job number/),
  ]);
});

test('2: a way to redact or encrypt that there is not is refused, not skipped', async () => {
  const place = await workplace();
  const args = ['collect', ...completeForm, '--redact', 'harder', '--encrypt', 'gpg', '--quiet'];
  const { exitCode, stderr } = await place.run(args);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^--redact: “harder” is not available; choose one of: standard, strict, off$/m);
  expect(stderr).toMatch(/^--encrypt: “gpg” is not available; choose one of: none, password, age$/m);
  expect(await leftIn(place)).toEqual([]);
});

test('1: something unexpected is told in one line, with a private file for whoever mends it', async () => {
  const place = await workplace();
  // A runtime that breaks its own promises: what no code of ours can foresee.
  const fault = join(place.logs, 'fault.mjs');
  await writeFile(
    fault,
    `import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module';
     os.hostname = () => { throw new Error('planted fault'); }; syncBuiltinESMExports();`,
  );
  const env = { NODE_OPTIONS: `--import "${fault}"` };
  for (const [lang, words] of [
    ['en', 'Unexpected error: this is a bug in Casepack; details are in'],
    ['zh', '意外错误：这是 Casepack 的缺陷，详细信息在'],
  ] as const) {
    const finished = await place.run(['collect', ...completeForm, '--lang', lang], { env });
    expect(finished).toMatchObject({ exitCode: 1, stdout: '' });
    const [, said, file = ''] = /^(.*?) (\/.*\.txt)\n$/.exec(finished.stderr) ?? [];
    expect(said).toBe(words);
    const details = await readFile(file, 'utf8');
    expect(details).toContain('planted fault');
    expect(details).not.toContain('li@acme.example');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  }
  expect(await readdir(place.out)).toEqual([]);
});
