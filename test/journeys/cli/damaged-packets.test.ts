// `casepack verify` of the built command on packets that were changed on their way, and on files that are no packets.
// The changes are made by Python's zipfile, not by our own code. Runs in vitest.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { completeForm, jsonLines } from '#test/cli/planted-machine.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { logText } from './log-text.ts';
import { type Workplace, workplace } from './workplace.ts';

let place: Workplace;
let packet: string;

const LOG = 'collected/commvault/logs/Instance001/CVD.log';

beforeEach(async () => {
  place = await workplace();
  await plantFiles(place.logs, { 'CVD.log': logText(600_000), 'CVMA.log': logText(30_000) });
  const form = ['collect', ...completeForm, '--commvault-version', '11.26.35', '--log-dir', place.logs];
  packet = (await place.run([...form, '--quiet'])).lastLine;
});

/** Writes the packet's entries again as another zip, each going through `change(name, bytes)` first. */
const REWRITE = `
import json, sys, zipfile
source, target = sys.argv[1:3]
def change(name, bytes):
    yield name, bytes
extra = {}
exec(sys.argv[3])
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for info in old.infolist():
        for name, bytes in change(info.filename, old.read(info)):
            new.writestr(name, bytes)
    for name, bytes in extra.items():
        new.writestr(name, bytes)
`;

/** @param change Python that redefines change() or extra. @returns the changed packet. */
async function changed(change: string): Promise<string> {
  const target = join(place.out, '收到的 packet.zip');
  await promisify(execFile)('python3', ['-c', REWRITE, packet, target, change]);
  return target;
}

const onlyIn = (name: string, change: string) =>
  `def change(name, bytes):\n    if name == "${name}":\n        ${change}\n    else:\n        yield name, bytes`;

describe('a packet that was changed', () => {
  test('not at all, only packed anew by another program, is still the packet', async () => {
    const verified = await place.run(['verify', await changed(''), '--quiet']);
    expect(verified.exitCode).toBe(0);
    expect(verified.lastLine).toMatch(/^Verified: case [A-Z0-9]{5}, \d+ files, all as written$/);
  });

  test.each([
    ['one byte of a log', onlyIn(LOG, 'yield name, b"X" + bytes[1:]'), '内容已改动', LOG],
    ['a longer log', onlyIn(LOG, 'yield name, bytes + b"X"'), '内容已改动', LOG],
    ['a log left out', onlyIn(LOG, 'return'), '缺少', LOG],
    ['a log renamed', onlyIn(LOG, 'yield name.upper(), bytes'), '清单中没有', LOG.toUpperCase()],
    ['a file more', 'extra = {"collected/added.txt": b"x"}', '清单中没有', 'collected/added.txt'],
    ['a way out', 'extra = {"../../evil.sh": b"x"}', '文件名不安全', '../../evil.sh'],
    ['a file twice', `extra = {"${LOG.toLowerCase()}": b"x"}`, '文件名重复', LOG.toLowerCase()],
  ])('5: %s', async (_what, change, state, path) => {
    const received = await changed(change);
    const { exitCode, stdout, stderr, lastLine } = await place.run([
      'verify',
      received,
      '--quiet',
      '--lang',
      'zh',
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 5, stderr: '' });
    const row = stdout.split('\n').find((line) => line.endsWith(` ${path}`) && line.startsWith(state));
    expect(row).toBeDefined();
    expect(lastLine).toBe('校验未通过：不要使用这个案例包');
    const [json] = jsonLines((await place.run(['verify', received, '--quiet', '--json'])).stdout);
    expect(json).toMatchObject({ type: 'verify', ok: false, problems: [{ code: 'files-differ' }] });
  });

  test('5: made by a version that is not known', async () => {
    const newer = await changed(
      onlyIn('manifest.json', 'yield name, json.dumps({**json.loads(bytes), "formatVersion": 2}).encode()'),
    );
    const { exitCode, stdout } = await place.run(['verify', newer, '--quiet']);
    expect(exitCode).toBe(5);
    expect(stdout).toBe(
      'unknown format version; check it with a newer version: formatVersion\nNot verified: do not rely on this packet\n',
    );
  });
});

describe('a file that is no packet', () => {
  test('5: cut short anywhere', async () => {
    const whole = await readFile(packet);
    for (const length of [0, 1, 100, whole.length >> 1, whole.length - 1]) {
      await writeFile(packet, whole.subarray(0, length));
      const { exitCode, stdout } = await place.run(['verify', packet, '--quiet']);
      expect({ length, exitCode }).toEqual({ length, exitCode: 5 });
      expect(stdout).toMatch(/^not a packet: .*\nNot verified: do not rely on this packet\n$/);
    }
  });

  test.each([
    ['somebody else’s zip', 'def change(name, bytes):\n    return\n    yield\nextra = {"readme.txt": b"x"}'],
    ['an empty zip', 'def change(name, bytes):\n    return\n    yield'],
  ])('5: %s', async (_what, change) => {
    const { exitCode, stdout } = await place.run([
      'verify',
      await changed(change),
      '--quiet',
      '--lang',
      'zh',
    ]);
    expect(exitCode).toBe(5);
    expect(stdout).toBe('不是案例包：manifest.json\n校验未通过：不要使用这个案例包\n');
  });

  test('5: no zip at all', async () => {
    const picture = join(place.out, 'a.png');
    await writeFile(picture, logText(100_000));
    expect(await place.run(['verify', picture, '--quiet'])).toMatchObject({
      exitCode: 5,
      stdout: expect.stringMatching(/^not a packet: .*\nNot verified: do not rely on this packet\n$/),
    });
  });

  test('2: a folder, or nothing', async () => {
    expect(await place.run(['verify', place.drafts])).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining(`there is no packet and no part of one in ${place.drafts}`),
    });
    expect(await place.run(['verify', '没有.zip', '--lang', 'zh'])).toMatchObject({
      exitCode: 2,
      stderr: `FILE：无法读取 ${join(place.out, '没有.zip')}：不存在\n`,
    });
  });
});
