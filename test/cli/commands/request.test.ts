// Tests of electron/cli/commands/request.ts: each request ends in a draft that other mail readers open. Runs in vitest.
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMailWithPython } from '#test/fixtures/mail-readers.ts';
import { jsonLines, type PlantedMachine, plantMachine, runOn } from '../planted-machine.ts';

let machine: PlantedMachine;
beforeEach(async () => {
  machine = await plantMachine();
});
afterEach(() => machine.remove());

const form = [
  ...['--ccid', 'f96c9', '--company', '某某银行', '--contact-name', '王伟'],
  ...['--contact-phone', '010-59051155', '--contact-email', 'wang@bank.example'],
];
const request = (...args: string[]) => runOn(machine, ['request', ...args]);

test('licence-key: the host id is derived from the address and shown how; nobody is addressed', async () => {
  const { exitCode, stdout, stderr } = await request('licence-key', ...form, '--ip', '192.168.1.10');
  expect(exitCode).toBe(0);
  expect(stderr).toContain('to (nobody yet: fill in your sales contact)');
  expect(stderr).toContain('WINNTHOSTID: C0A8010A (from the IP address 192.168.1.10: 192 → C0, ');
  expect(stderr).toContain('Guangzhou office: phone 020-38102175, fax 020-38102190');
  const path = stdout.trimEnd();
  expect(path).toMatch(/F96C9_licence-key_\d{8}-\d{6}\.eml$/);
  const mail = await readMailWithPython(path);
  expect(mail).toMatchObject({ unsent: '1', to: '', attachments: [], defects: [] });
  expect(mail.subject).toBe('永久许可证申请：某某银行（CommCell ID F96C9）');
  for (const line of [
    '公司名称：某某银行',
    'Contact: 王伟',
    'WINNTHOSTID：C0A8010A（由 IP 地址 192.168.1.10 换算：',
  ])
    expect(mail.text).toContain(line);
  expect((await readdir(machine.out)).length).toBe(1);
});

test.each([
  ['ma-access', [], 'supportchina@commvault.com'],
  ['renewal', [], 'servicechina@commvault.com'],
  ['renewal', ['--mail-to', 'x@reseller.example'], 'x@reseller.example'],
  [
    'licence-key',
    ['--host-id', '0xc0a8010a', '--mail-to', 'sales@reseller.example'],
    'sales@reseller.example',
  ],
])('%s %j goes to %s', async (kind, args, to) => {
  const { exitCode, stdout } = await request(kind, ...form, ...args, '--json');
  expect(exitCode).toBe(0);
  const [done] = jsonLines(stdout);
  expect(done).toMatchObject({ type: 'done', to: [to] });
  expect(await readMailWithPython(String(done?.draft))).toMatchObject({ to });
});

test('2: all problems at once, nothing written', async () => {
  const { exitCode, stdout, stderr } = await request(
    'licence-key',
    '--ccid',
    'XYZ',
    '--ip',
    '1.2.3',
    '--foo',
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  for (const option of [
    '--foo',
    '--ccid',
    '--ip',
    '--company',
    '--contact-name',
    '--contact-phone',
    '--contact-email',
  ])
    expect(stderr).toMatch(new RegExp(`^${option}: `, 'm'));
  expect((await request('licence-key', ...form)).stderr).toMatch(/^--ip: give --ip/);
  expect((await request('renewal', ...form, '--ip', '1.2.3.4')).stderr).toBe(
    '--ip: is for licence-key only\n',
  );
  expect((await request('licence', ...form)).stderr).toMatch(/^KIND: .*licence-key, ma-access, renewal/);
  expect((await request(...form)).exitCode).toBe(2);
  expect(await readdir(machine.out)).toEqual([]);
});
