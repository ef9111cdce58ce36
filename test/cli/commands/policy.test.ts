// `casepack policy`, and what a policy file does to a case on the command line.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { completeForm, jsonLines, type PlantedMachine, plantMachine, runOn } from '../planted-machine.ts';

let machine: PlantedMachine;
beforeEach(async () => {
  machine = await plantMachine();
});
afterEach(() => machine.remove());

/** Runs with this policy file. */
async function runUnder(policy: string, args: readonly string[], lang = 'en_US.UTF-8') {
  const file = join(machine.root, 'policy.json');
  await writeFile(file, policy);
  const env = { LANG: lang, CASEPACK_DATA: join(machine.root, 'data'), CASEPACK_POLICY: file };
  return { file, ...(await runOn(machine, args, { env })) };
}

it('shows every value with its source', async () => {
  const { exitCode, stdout } = await runUnder('{"formatVersion":1,"support":{"hotline":"400-000-1111"}}', [
    'policy',
  ]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/Hotline +400-000-1111 +policy file/);
  expect(stdout).toMatch(/Locked presets +\(none\) +built-in/);
});

it('without a file says where one would lie', async () => {
  const { exitCode, stdout } = await runOn(machine, ['policy']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^No policy file \(.*policy\.json\): the built-in policy holds\n/);
});

it('a broken file: every error with line and column, the strictest values, exit code 2', async () => {
  const { exitCode, stdout, file } = await runUnder('{"formatVersion":1,\n"redaction":{"minimum":"none"}}', [
    'policy',
  ]);
  expect(exitCode).toBe(2);
  expect(stdout).toContain(
    `${file}:2:14: redaction.minimum: is not available; choose one of: standard, strict, off`,
  );
  expect(stdout).toMatch(/Least redaction +strict +policy file is broken: strictest value/);
});

it('--check judges a file before it is rolled out, in Chinese too', async () => {
  const { exitCode, stdout, file } = await runUnder(
    '{"formatVersion":1,}',
    ['policy', '--check', '../policy.json'],
    'zh_CN',
  );
  expect(exitCode).toBe(2);
  expect(stdout).toContain(`${file}:1:20: 此处不应出现“}”`);
  const sound = await runUnder('{"formatVersion":1}', ['policy', '--check', '../policy.json']);
  expect(sound).toMatchObject({ exitCode: 0, stdout: `Policy file is sound: ${sound.file}\n` });
});

it('presets what nobody typed, locks what nobody may change', async () => {
  const policy = '{"formatVersion":1,"defaults":{"company":"总行","plan":"premium"},"locked":["plan"]}';
  const without = completeForm.filter((arg) => arg !== '--company' && arg !== '某某公司');
  const { exitCode, stdout } = await runUnder(policy, [
    'collect',
    ...without,
    '--plan',
    'standard',
    '--json',
  ]);
  expect(exitCode).toBe(0);
  const packet = String(jsonLines(stdout).at(-1)?.packet);
  const { readPacket } = await import('../../journeys/window/read-packet.ts');
  expect((await readPacket(packet)).case).toMatchObject({
    company: { name: '总行' },
    support: { plan: 'premium' },
  });
});

it('builds nothing under a policy that cannot be understood', async () => {
  const { exitCode, stdout, stderr } = await runUnder('{"formatVersion":1', ['collect', ...completeForm]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('casepack policy name the lines');
  expect(stdout).not.toContain('.zip');
});

it('what may leave: encryption, recipients, message size, targets; exit code 2 and nothing written', async () => {
  const policy = JSON.stringify({
    formatVersion: 1,
    delivery: { targets: [{ name: '中转站', url: join(machine.root, 'transfer') }], allowed: [] },
    recipients: { mailTo: ['support@vendor.example'], locked: true },
    limits: { maxMessageMB: 5 },
    encryption: { required: 'any' },
  });
  await mkdir(join(machine.root, 'transfer'));
  const plain = await runUnder(policy, ['collect', ...completeForm, '--quiet']);
  expect(plain).toMatchObject({ exitCode: 2, stdout: '' });
  expect(plain.stderr).toBe(
    '--encrypt: policy of this machine: packets must be encrypted, with a password or for age keys\n',
  );
  expect(await readdir(machine.out)).toEqual([]);

  await writeFile(join(machine.root, 'password'), 'right horse battery\n');
  const secret = ['--encrypt', 'password', '--password-file', '../password'];
  const built = await runUnder(policy, ['collect', ...completeForm, ...secret, '--quiet']);
  const packet = built.stdout.trimEnd().split('\n').at(-1) ?? '';
  const sent = await runUnder(policy, ['deliver', packet, '--to', '中转站', '--quiet']);
  expect(sent.exitCode).toBe(0);
  expect(await readdir(join(machine.root, 'transfer'))).toHaveLength(2);
  const elsewhere = await runUnder(policy, ['deliver', packet, '--to', machine.root, '--quiet']);
  expect(elsewhere).toMatchObject({
    exitCode: 2,
    stderr: `policy of this machine: sending to ${machine.root}/ is not allowed; choose one of: 中转站\n`,
  });

  const drafts = await runUnder(policy, ['email', packet, '--quiet']);
  expect(drafts.exitCode).toBe(0);
  expect(await readFile(drafts.stdout.trimEnd(), 'utf8')).toMatch(/^To: support@vendor\.example\r$/m);
  const stranger = await runUnder(policy, ['email', packet, '--mail-to', 'li@x.example', '--quiet']);
  expect(stranger).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/li@x\.example may not be/) });
  const large = await runUnder(policy, ['email', packet, '--max-message', '6MB', '--quiet'], 'zh_CN');
  expect(large).toMatchObject({
    exitCode: 2,
    stderr: '本机策略：每封邮件不超过 5000000 字节，6000000 字节超出上限\n',
  });
  const shown = await runUnder(policy, ['policy']);
  expect(shown.stdout).toMatch(/Largest e-mail +5 MB +policy file/);
  expect(shown.stdout).toMatch(/May be sent to +\(none\) +policy file/);
});

it('a broken rule of sending is told by its line, and nothing is sent', async () => {
  const policy = '{"formatVersion":1,\n"delivery":{"targets":[{"name":"x","url":"gopher://h/"}]}}';
  await writeFile(join(machine.out, 'case.zip'), 'a packet');
  const shown = await runUnder(policy, ['policy']);
  expect(shown.stdout).toContain(':2:36: delivery.targets[0].url: is not a valid value');
  expect(shown.stdout).toContain('No packet can be sent until it is mended');
  const sent = await runUnder(policy, ['deliver', 'case.zip', '--to', machine.root, '--quiet']);
  expect(sent).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('has errors') });
});
