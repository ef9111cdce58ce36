// Tests of electron/cli/commands/email.ts and of verify on what it leaves. Runs in vitest.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeForm, jsonLines, type PlantedMachine, plantMachine, runOn } from '../planted-machine.ts';

let machine: PlantedMachine;
let packet: string;

beforeEach(async () => {
  machine = await plantMachine();
  const { stdout } = await runOn(machine, ['collect', ...completeForm, '--quiet']);
  packet = stdout.trimEnd().split('\n').at(-1) ?? '';
});
afterEach(() => machine.remove());

const email = (...args: string[]) => runOn(machine, ['email', ...args]);

test('0: drafts are named on stdout, one a line; the volumes verify', async () => {
  const { exitCode, stdout, stderr } = await email(
    packet,
    '--mail-to',
    'a@x.example',
    '--mail-cc',
    'b@x.example',
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${packet.replace('.zip', '_1of1.eml')}\n` });
  expect(stderr).toContain('Packing …\nChecking …\nWriting drafts …\n1 e-mail draft in ');
  const draft = await readFile(stdout.trimEnd(), 'utf8');
  expect(draft).toMatch(/^X-Unsent: 1\r\nTo: a@x\.example\r\nCc: b@x\.example\r\n/);
  const verified = await runOn(machine, ['verify', machine.out, '--quiet']);
  expect(verified.exitCode).toBe(0);
  expect(verified.stdout).toMatch(/^Verified: case [A-Z0-9]{5}, \d+ files, all as written\n$/m);
});

test('--json: the last line has every draft with its attachment', async () => {
  const { stdout } = await email(packet, '--mail-to', 'a@x.example', '--json');
  expect(jsonLines(stdout).at(-1)).toMatchObject({
    type: 'done',
    drafts: [
      {
        path: packet.replace('.zip', '_1of1.eml'),
        attachment: {
          path: packet.replace('.zip', '_1of1.zip'),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ],
  });
});

test('2: everything that is wrong at once; nothing is written', async () => {
  const before = await readdir(machine.out);
  const bad = await email('none.zip', '--mail-cc', 'nobody', '--max-message', 'much', '--out', 'nowhere');
  expect(bad).toMatchObject({ exitCode: 2, stdout: '' });
  expect(bad.stderr.split('\n')).toEqual([
    expect.stringMatching(/^FILE: cannot read .*none\.zip: it does not exist$/),
    '--mail-to: give the address that support told you; the guide names none for cases',
    '--mail-cc: “nobody” is not an e-mail address',
    '--max-message: “much” is not a size; give it like 500MB or 2GB',
    expect.stringMatching(/^--out: the folder .*nowhere does not exist$/),
    '',
  ]);
  const small = await email(
    packet,
    '--mail-to',
    'a@x.example',
    '--max-message',
    '20KB',
    '--quiet',
    '--lang',
    'zh',
  );
  expect(small).toEqual({ exitCode: 2, stdout: '', stderr: '邮件大小上限过小：至少需要 1 MB\n' });
  expect(await readdir(machine.out)).toEqual(before);
});

test('verify of a folder: 2 where there is nothing to verify', async () => {
  const { exitCode, stderr } = await runOn(machine, ['verify', join(machine.root, 'etc')]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `there is no packet and no part of one in ${join(machine.root, 'etc')}\n`,
  });
});
