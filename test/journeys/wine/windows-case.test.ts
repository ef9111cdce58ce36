// Whole cases on Windows: the real command under Wine, with a real registry, locked and growing logs.
import { access, copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readPacket } from '../window/read-packet.ts';
import { createWindowsMachine, plant, type WindowsMachine } from './windows-machine.ts';

const GALAXY = 'HKLM\\SOFTWARE\\CommVault Systems\\Galaxy';
const LOGS = 'C:\\Program Files\\Commvault\\ContentStore\\Log Files';
const ENGLISH_LINE = '15808 4324  11/20 16:01:17 230801 Cannot connect to [ma01] ErrNo.[10061]\r\n';
/** 无法连接 in GBK. */
const GBK_LINE = Buffer.from(
  '15808 4324  11/20 16:01:18 230801 \xce\xde\xb7\xa8\xc1\xac\xbd\xd3\r\n',
  'latin1',
);
const UTF16_LINE = Buffer.from(`\ufeff15808 4324  11/20 16:01:19 ### 服务已启动\r\n`, 'utf16le');
/** Opened this way by libuv, a file is shared with nobody (UV_FS_O_EXLOCK). */
const EXCLUSIVE = 0x10000000;

const form = [
  ...[
    '--ccid',
    'F96C9',
    '--company',
    '某某银行',
    '--contact-name',
    '张三',
    '--contact-phone',
    '010-59051155',
  ],
  ...[
    '--contact-email',
    'zhang@example.com',
    '--severity',
    '2',
    '--problem',
    'backup',
    '--title',
    '备份失败',
  ],
  ...['--description', '生产服务器备份失败', '--patch-level', '11.26.35', '--yes'],
];
const cli = (...args: string[]) => [join(process.cwd(), 'out', 'main', 'cli.js'), ...args];

let machine: WindowsMachine;
const second = 'C:\\备份 软件\\Log Files';
/** Longer than the 260 characters that old Windows programs know. */
const long = `${LOGS}\\${`${'long folder name '.repeat(6).trim()}\\`.repeat(3)}Very long.log`;

beforeAll(async () => {
  machine = await createWindowsMachine();
  await machine.addValue(`${GALAXY}\\Instance001`, 'sPhysicalNodeName', 'ma01');
  await machine.addValue(`${GALAXY}\\Instance001`, 'sProductVersion', '11.80.32.0');
  await machine.addValue(`${GALAXY}\\Instance001\\CommServe`, 'sCSCLIENTNAME', 'cs01');
  await machine.addValue(`${GALAXY}\\Instance001\\EventManager`, 'dEVLOGDIR', LOGS);
  await machine.addValue(`${GALAXY}\\Instance001\\InstalledPackages\\51`, 'sInstallState', 'Installed');
  await machine.addValue(`${GALAXY}\\Instance002`, 'sPhysicalNodeName', 'ma01-second', 32);
  await machine.addValue(`${GALAXY}\\Instance002\\EventManager`, 'dEVLOGDIR', second, 32);
  await plant(machine.path(`${LOGS}\\CVD.log`), ENGLISH_LINE.repeat(2_000));
  // Enough that the engine's threads pack it and read it back.
  await plant(machine.path(`${LOGS}\\CVMA.log`), ENGLISH_LINE.repeat(800_000));
  await plant(machine.path(`${LOGS}\\Locked.log`), ENGLISH_LINE);
  await plant(machine.path(`${LOGS}\\Growing.log`), ENGLISH_LINE);
  await plant(machine.path(long), ENGLISH_LINE);
  await plant(machine.path(`${second}\\中文 日志.log`), GBK_LINE);
  await plant(machine.path(`${second}\\EvMgrC.log`), UTF16_LINE);
});
afterAll(() => machine?.remove());

/** Names of machines do not leave. */
const STAND_IN = expect.stringMatching(/^host-\d+$/);

describe('a case on a MediaAgent', () => {
  let packet: string;
  let stdout: string;

  beforeAll(async () => {
    const hold = `
      const fs = require('fs');
      fs.openSync(String.raw\`${LOGS}\\Locked.log\`, fs.constants.O_RDWR | ${EXCLUSIVE});
      fs.writeFileSync('C:/held', '');
      const growing = fs.openSync(String.raw\`${LOGS}\\Growing.log\`, 'a');
      setInterval(() => fs.writeSync(growing, ${JSON.stringify(ENGLISH_LINE)}), 5);`;
    const holder = machine.startNode(['-e', hold]);
    await vi.waitFor(() => access(machine.path('C:\\held')), { timeout: 30_000, interval: 200 });
    await plant(machine.path('C:\\输出 文件夹\\.keep'), '');
    const answer = await machine.node(cli('collect', ...form, '--out', 'C:\\输出 文件夹', '--lang', 'zh'));
    holder.stop();
    expect(answer.stderr).not.toContain('意外');
    expect([0, 3]).toContain(answer.exitCode);
    stdout = answer.stdout.trim().split(/\r?\n/).at(-1) ?? '';
    packet = machine.path(stdout);
  });

  test('ends with the packet’s path, and leaves only packet and checksum', async () => {
    expect(stdout).toMatch(/^C:\\输出 文件夹\\F96C9_S2_\d{8}-\d{6}_[0-9A-Z]{5}\.zip$/);
    const names = await readdir(machine.path('C:\\输出 文件夹'));
    expect(names.filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(names.filter((name) => name.endsWith('.zip') || name.endsWith('.sha256'))).toHaveLength(2);
  });

  test('leaves nothing of the draft behind, which threads had open', async () => {
    const list = `console.log(require('fs').readdirSync(require('os').tmpdir()).join('\\n'))`;
    const { exitCode, stdout: names } = await machine.node(['-e', list]);
    expect(exitCode).toBe(0);
    expect(names).not.toContain('casepack-');
  });

  test('says Windows, and both instances with stand-ins for their names, roles and log folders', async () => {
    const read = await readPacket(packet);
    expect(read.case).toMatchObject({
      system: { os: { platform: 'win32', arch: 'x64' } },
      commvault: {
        instances: [
          {
            instance: 'Instance001',
            clientName: STAND_IN,
            commServe: STAND_IN,
            logDir: LOGS,
            patchLevel: '11.26.35',
          },
          { instance: 'Instance002', clientName: STAND_IN, logDir: second },
        ],
      },
    });
    const { commvault } = read.case as { commvault: { instances: { roles: string[] }[] } };
    expect(commvault.instances[0]?.roles).toContain('MediaAgent');
  });

  test('holds every log but the one that another program keeps to itself, which is named', async () => {
    const root = 'collected/commvault/logs';
    const read = await readPacket(packet, `${root}/ERROR.txt`);
    expect(read.names).toEqual(
      expect.arrayContaining([
        `${root}/Instance001/CVD.log`,
        `${root}/Instance001/CVMA.log`,
        `${root}/Instance001/Growing.log`,
        `${root}/Instance002/中文 日志.log`,
        `${root}/Instance002/EvMgrC.log`,
      ]),
    );
    expect(read.names.some((name) => name.endsWith('Very long.log'))).toBe(true);
    expect(read.names).not.toContain(`${root}/Instance001/Locked.log`);
    expect(read.last).toContain('Locked.log');
    expect(read.last).toContain('EBUSY');
  });

  test('verifies on Windows; damaged, it does not', async () => {
    expect(await machine.node(cli('verify', stdout))).toMatchObject({ exitCode: 0 });
    const damaged = machine.path('C:\\damaged.zip');
    await copyFile(packet, damaged);
    const bytes = await readFile(damaged);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0, middle, middle + 200);
    await plant(damaged, bytes);
    expect(await machine.node(cli('verify', 'C:\\damaged.zip'))).toMatchObject({ exitCode: 5 });
  });
});

test('plan shows the instances’ logs and writes nothing', async () => {
  const answer = await machine.node(cli('plan', '--json', '--lang', 'en'));
  expect(answer.exitCode).toBe(0);
  const plan = JSON.parse(answer.stdout.trim().split(/\r?\n/).at(-1) ?? '') as { files: { path: string }[] };
  expect(plan.files.map(({ path }) => path)).toContain('collected/commvault/logs/Instance001/CVD.log');
});

test('bad input ends with code 2, one line a problem, in the user’s language', async () => {
  const bad = cli('collect', ...form, '--severity', '7', '--log-dir', 'C:\\no such folder', '--lang', 'zh');
  const answer = await machine.node(bad);
  expect(answer.exitCode).toBe(2);
  expect(answer.stderr).toContain('--severity');
});

test('a machine without CommVault says so, and the log folder can be named', async () => {
  const answer = await machine.node(cli('plan', '--log-dir', second, '--lang', 'en'));
  expect(answer.exitCode).toBe(0);
  expect(answer.stdout).toContain('CommVault logs');
});
