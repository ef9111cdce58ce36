// A packet copied into folders and shares of Windows by the real command, under Wine.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWindowsMachine, plant, type WindowsMachine } from './windows-machine.ts';

const NAME = 'F96C9_S2_20261122-101530_7K3QX.zip';
const PACKET = `C:\\案例 packets\\${NAME}`;
const content = randomBytes(3 * 1024 ** 2);

let machine: WindowsMachine;
/** Wine keeps shares here: \\server\share is a folder in it. */
let shares: string;

beforeAll(async () => {
  machine = await createWindowsMachine();
  await plant(machine.path(PACKET), content);
  await mkdir(machine.path('C:\\U 盘'));
  shares = join(machine.path('C:\\'), '..', 'dosdevices', 'unc');
  await mkdir(join(shares, 'fileserver', '案例 cases', 'in'), { recursive: true });
});
afterAll(() => machine.remove());

const deliver = (to: string, ...more: string[]) =>
  machine.node([
    join(process.cwd(), 'out', 'main', 'cli.js'),
    'deliver',
    PACKET,
    '--to',
    to,
    '--lang',
    'zh',
    '--quiet',
    ...more,
  ]);

const same = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex') === createHash('sha256').update(content).digest('hex');

test.each(['C:\\U 盘', 'C:/U 盘/', '\\\\?\\C:\\U 盘', 'file:///C:/U%20%E7%9B%98/'])('%s', async (to) => {
  const { exitCode, stdout, stderr } = await deliver(to, '--again');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('已送达：C:\\U 盘\\');
  expect(stdout).toContain(`案例包位置：C:\\U 盘\\${NAME}`);
  expect((await readdir(machine.path('C:\\U 盘'))).sort()).toEqual([NAME, `${NAME}.sha256`]);
  expect(await same(machine.path(`C:\\U 盘\\${NAME}`))).toBe(true);
});

test('a share, as users and as URLs write it; the second time it is there already', async () => {
  const first = await deliver('\\\\fileserver\\案例 cases\\in\\');
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).toContain(`案例包位置：\\\\fileserver\\案例 cases\\in\\${NAME}`);
  expect(await same(join(shares, 'fileserver', '案例 cases', 'in', NAME))).toBe(true);
  const url = `file://fileserver/${encodeURIComponent('案例 cases')}/in`;
  const again = await deliver(url, '--json');
  expect(again.exitCode).toBe(0);
  expect(JSON.parse(again.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    answer: 'already there',
  });
});

test('a share that is not there, a device', async () => {
  const missing = await deliver('\\\\fileserver\\none\\');
  expect(missing).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('没有这个文件夹') });
  expect(await deliver('\\\\.\\PhysicalDrive0')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--to'),
  });
});
