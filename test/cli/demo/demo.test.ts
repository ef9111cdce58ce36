// The built-in demo: a whole packet from a machine that exists in the program only.
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDemoMachine } from '#cli/demo/demo-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { type PlantedMachine, plantMachine, runOn } from '../planted-machine.ts';

let machine: PlantedMachine;

beforeEach(async () => {
  machine = await plantMachine();
});
afterEach(() => machine.remove());

test('asks nothing, says in both languages that it is a demo, and ends with the packet and the real command', async () => {
  const neverOpened = () => Promise.reject(new Error('the demo must not read this machine'));
  const run = await runOn(machine, ['demo', '--quiet'], { openHost: neverOpened });
  expect(run.stderr).toBe('');
  expect(run.exitCode).toBe(0);
  for (const words of [
    '数据来自内置的演示主机，不是本机',
    'built-in demo host, not this machine',
    'casepack collect --ccid "<CCID>"',
    '--company "<公司名称>"',
    '--contact-phone "<phone>"',
  ])
    expect(run.stdout).toContain(words);
  const packet = run.stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(dirname(packet)).toBe(join(machine.out, 'casepack-demo'));
  expect((await runOn(machine, ['verify', packet, '--quiet'])).exitCode).toBe(0);
});

test('the machine has two instances with a dozen logs each, in both languages, with trouble in them', async () => {
  const folder = await temporaryFolder();
  const now = new Date('2026-01-01T00:30:00Z');
  await writeDemoMachine(folder, now);
  for (const logs of ['commvault', 'commvault2']) {
    const path = join(folder, 'root/var/log', logs, 'Log_Files');
    const names = await readdir(path);
    expect(names.length).toBeGreaterThanOrEqual(12);
    expect(names.some((name) => /^CVD_2025_12_31_20_30_00\.log$/.test(name))).toBe(true);
    const text = await readFile(join(path, 'clBackup.log'), 'utf8');
    expect(text).toMatch(/error=0x|Cannot|Failed/);
    expect(text).toContain('财务部');
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^\d+ [0-9a-f]+ +\d\d\/\d\d \d\d:\d\d:\d\d (###|\d+) \S/);
    }
    expect((await stat(join(path, 'CVD.log'))).size).toBeGreaterThan(100_000);
  }
});

test('a folder that was named must be there', async () => {
  const run = await runOn(machine, ['demo', '--out', 'none']);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
});
