// `casepack policy`, and what a policy file does to a case on the command line.
import { writeFile } from 'node:fs/promises';
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
  expect(stderr).toContain('casepack policy names the lines');
  expect(stdout).not.toContain('.zip');
});
