// `casepack deliver` and `history` in this process: what is refused before anything is sent, and what a script reads.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeForm, jsonLines, type PlantedMachine, plantMachine, runOn } from '../planted-machine.ts';

let machine: PlantedMachine;

beforeEach(async () => {
  machine = await plantMachine();
  await writeFile(join(machine.out, 'case.zip'), 'a packet');
});
afterEach(() => machine.remove());

test('2: everything that is wrong at once', async () => {
  const args = [
    'deliver',
    'none.zip',
    '--to',
    'gopher://host/',
    '--proxy',
    'socks5://host',
    '--retries',
    '-1',
  ];
  const { exitCode, stdout, stderr } = await runOn(machine, [...args, '--ca-file', 'none.pem', '--quiet']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([
    `FILE: cannot read ${join(machine.out, 'none.zip')}: it does not exist`,
    expect.stringMatching(
      /^--to: cannot send to “gopher:\/\/host\/”; an address begins with one of: https:\/\//,
    ),
    expect.stringMatching(/^--proxy: “socks5:\/\/host” is not a proxy/),
    '--retries: “-1” is not a number of repetitions; give 0 to 100',
    `--ca-file: cannot read ${join(machine.out, 'none.pem')}: it does not exist`,
  ]);
});

test.each([
  [['--to', 'https://li:topsecret@host/'], '--to'],
  [['--to', 'gopher://li:topsecret@ho st/'], '--to'],
  [['--to', 'https://host/', '--proxy', 'socks5://li:topsecret@host:1080'], '--proxy'],
  [['--to', 'https://host/', '--proxy', 'http://li:topsecret@host:3128'], '--proxy'],
])('2: a password in %j is refused and not repeated', async (options, label) => {
  const { exitCode, stdout, stderr } = await runOn(machine, ['deliver', 'case.zip', ...options, '--quiet']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(new RegExp(`^${label}: .* must not hold a password`));
  expect(stdout + stderr).not.toContain('topsecret');
});

test('2: without a packet or a target', async () => {
  expect(await runOn(machine, ['deliver', '--quiet'])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'FILE: name what is to be read; see --help\n--to: say where to send, such as --to https://host/folder/ or --to /media/usb/\n',
  });
});

test('4: not delivered; the packet is kept and its path is the last line', async () => {
  const packet = join(machine.out, 'case.zip');
  const args = ['deliver', 'case.zip', '--to', 'https://no-such-host.invalid/', '--retries', '0', '--quiet'];
  const { exitCode, stdout, stderr } = await runOn(machine, args);
  expect(exitCode).toBe(4);
  expect(stderr).toMatch(/^not delivered to https:\/\/no-such-host\.invalid\/: /);
  expect(stdout).toBe(`${packet}\n`);
  const asJson = await runOn(machine, [...args, '--json']);
  expect(asJson.exitCode).toBe(4);
  expect(jsonLines(asJson.stdout)).toMatchObject([
    { type: 'problem', code: 'delivery-failed' },
    { type: 'failed', packet },
  ]);
  const history = await runOn(machine, ['history', '--json']);
  expect(jsonLines(history.stdout)).toMatchObject([
    { type: 'delivery', outcome: 'failed', packetPath: packet },
    { type: 'delivery', outcome: 'failed' },
    { type: 'unfinished', packetPath: packet },
  ]);
});

test('a packet that is not what its checksum file says is not sent', async () => {
  await writeFile(join(machine.out, 'case.zip.sha256'), `${'0'.repeat(64)}  case.zip\n`);
  const args = ['deliver', 'case.zip', '--to', 'https://no-such-host.invalid/', '--quiet'];
  const { exitCode, stderr } = await runOn(machine, args);
  expect(exitCode).toBe(4);
  expect(stderr).toMatch(/^not delivered: the packet is not what its checksum file/);
});

test('a named target stands for its URL and options; a broken file of targets is told with its place', async () => {
  const folder = join(machine.root, 'data');
  await mkdir(folder, { recursive: true });
  const write = (text: string) => writeFile(join(folder, 'targets.json'), text);
  await write(
    '{"targets": [{"name": "vendor 1", "url": "https://vendor.invalid/in/", "caFile": "/none.pem"}]}',
  );
  const args = ['deliver', 'case.zip', '--to', 'vendor 1', '--retries', '0', '--quiet'];
  const missing = await runOn(machine, args);
  expect(missing).toMatchObject({
    exitCode: 2,
    stderr: '--ca-file: cannot read /none.pem: it does not exist\n',
  });
  await writeFile(join(machine.out, 'own.pem'), '');
  const sent = await runOn(machine, [...args, '--ca-file', 'own.pem']);
  expect(sent.exitCode).toBe(4);
  expect(sent.stderr).toMatch(/^not delivered to https:\/\/vendor\.invalid\/in\//);

  await write('{"targets": [{"name": "vendor", "url": "https://li:topsecret@vendor.invalid/"}]}');
  const broken = await runOn(machine, args);
  expect(broken.exitCode).toBe(2);
  expect(broken.stderr).toMatch(/^the file of targets .*targets\.json is wrong: targets\.0\.url: /);
  expect(broken.stderr).not.toContain('topsecret');
});

test('into a folder: verified, with what to say on the phone; the packet stays the last line', async () => {
  await rm(join(machine.out, 'case.zip'));
  const built = await runOn(machine, ['collect', ...completeForm, '--quiet']);
  const packet = built.stdout.trimEnd().split('\n').at(-1) ?? '';
  const usb = join(machine.root, 'U 盘');
  await mkdir(usb);
  const { exitCode, stdout } = await runOn(machine, [
    'deliver',
    packet,
    '--to',
    usb,
    '--lang',
    'zh',
    '--quiet',
  ]);
  expect(exitCode).toBe(0);
  const [, reference = ''] = /_([A-Z0-9]{5})\.zip$/.exec(packet) ?? [];
  expect(stdout.trimEnd().split('\n').slice(-9)).toEqual([
    '致电技术支持时可以这样说明：',
    '  热线：400-818-5908（工作日 09:00–18:00，Asia/Shanghai）',
    '  产品 CCID：F96C9',
    '  严重级别：2 级（高）',
    '  问题：备份失败',
    `  案例编号：${reference}`,
    `  案例包位置：${join(usb, basename(packet))}`,
    '',
    packet,
  ]);
  const asJson = await runOn(machine, ['deliver', packet, '--to', usb, '--json']);
  expect(jsonLines(asJson.stdout).at(-1)).toMatchObject({
    type: 'done',
    verified: 'hash',
    phone: { caseReference: reference, ccid: 'F96C9', severity: 2, title: '备份失败' },
  });
});

test.runIf(process.platform !== 'win32')('2: a share that is not mounted', async () => {
  const args = ['deliver', 'case.zip', '--to', '\\\\server\\cases\\', '--quiet'];
  expect(await runOn(machine, args)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^--to: network shares such as .* must be mounted/),
  });
});

test('--verify: what was sent is compared with what is here now; what was not finished is named', async () => {
  const usb = join(machine.root, 'usb');
  await mkdir(usb);
  const packet = join(machine.out, 'case.zip');
  await runOn(machine, ['deliver', packet, '--to', usb, '--quiet']);
  await runOn(machine, ['deliver', packet, '--to', 'https://x.invalid/', '--retries', '0', '--quiet']);
  const verify = (...more: string[]) => runOn(machine, ['history', '--verify', ...more]);
  const sound = await verify();
  expect(sound.exitCode).toBe(0);
  expect(sound.stdout).toMatch(/delivered .* as sent\n/);
  expect(sound.stdout).toContain(`Unfinished: ${packet} → https://x.invalid/`);
  expect(sound.stdout).toContain(`casepack deliver "${packet}" --resume`);
  await writeFile(packet, 'another');
  const changed = await verify('--json');
  expect(changed.exitCode).toBe(5);
  expect(jsonLines(changed.stdout)).toMatchObject([
    { type: 'delivery', outcome: 'delivered', state: 'changed' },
    { type: 'delivery', outcome: 'failed' },
    { type: 'unfinished', packetPath: packet, target: 'https://x.invalid/' },
  ]);
  await rm(packet);
  expect((await verify()).stdout).toMatch(/ gone\n/);
});

test('an empty history says so; with entries it is a table', async () => {
  expect((await runOn(machine, ['history'])).stdout).toBe('Nothing has been sent yet\n');
  await runOn(machine, ['deliver', 'case.zip', '--to', 'https://x.invalid/', '--retries', '0', '--quiet']);
  expect((await runOn(machine, ['history'])).stdout).toMatch(
    /failed +case\.zip +8 B +https:\/\/x\.invalid\//,
  );
});
