// Disks and folders that cannot take a packet, met by the built command: exit code 2 and nothing left. Small volumes need
// root. Runs in vitest.
import { chmod, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { noiseText } from '#test/fixtures/noise-text.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { leftIn, type Workplace, workplace } from './workplace.ts';

const MIB = 1024 ** 2;

async function placeWithNoise(): Promise<{ place: Workplace; args: readonly string[] }> {
  const place = await workplace();
  await writeFile(join(place.logs, 'noise.log'), noiseText(11 * MIB));
  const form = ['collect', ...completeForm, '--commvault-version', '11.26.35', '--log-dir', place.logs];
  return { place, args: [...form, '--quiet'] };
}

describe.runIf(canMount())('a disk that is too small', () => {
  test('for the packet: said before it is begun', async () => {
    const { place, args } = await placeWithNoise();
    const volume = await smallVolume('size=4m');
    const finished = await place.run([...args, '--out', volume]);
    expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(finished.stderr).toMatch(
      new RegExp(`^--out: not enough space at ${volume}: about 9 MB needed, 4 MB free; .*\n$`),
    );
    expect([...(await readdir(volume)), ...(await leftIn(place))]).toEqual([]);
  });

  test('for the draft: it fills up in the middle', async () => {
    const { place, args } = await placeWithNoise();
    const volume = await smallVolume('size=4m');
    const finished = await place.run([...args, '--lang', 'zh'], { temporaryFolder: volume });
    expect(finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(finished.stderr).toMatch(new RegExp(`^${volume}\\S* 所在磁盘已满，未留下不完整的文件。.*\n$`));
    expect([...(await readdir(volume)), ...(await leftIn(place))]).toEqual([]);
  });

  test('or read-only', async () => {
    const { place, args } = await placeWithNoise();
    const volume = await smallVolume('size=4m,ro');
    expect(await place.run([...args, '--out', volume])).toMatchObject({
      exitCode: 2,
      stderr: `--out: cannot write ${volume}: the disk is read-only; choose another folder\n`,
    });
    expect(await leftIn(place)).toEqual([]);
  });
});

test('a folder that this user may not write to', async () => {
  const { place, args } = await placeWithNoise();
  await chmod(place.out, 0o555);
  const finished = await place.run(args, { asNobody: true });
  expect(finished).toMatchObject({
    exitCode: 2,
    stderr: `--out: cannot write ${place.out}: permission denied; choose another folder\n`,
  });
  expect(await leftIn(place)).toEqual([]);
});

test('a folder for drafts that this user may not write to', async () => {
  const { place, args } = await placeWithNoise();
  await chmod(place.drafts, 0o555);
  const finished = await place.run(args, { asNobody: true });
  expect(finished).toMatchObject({
    exitCode: 2,
    stderr: `cannot write ${place.drafts}: permission denied; choose another folder\n`,
  });
  expect(await leftIn(place)).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'output that cannot be written ends the run; no draft stays behind',
  async () => {
    const { place, args } = await placeWithNoise();
    const full = await open('/dev/full', 'w');
    const json = args.map((arg) => (arg === '--quiet' ? '--json' : arg));
    expect(await place.run(json, { stdout: full.fd })).toMatchObject({ exitCode: 1 });
    await full.close();
    expect(await readdir(place.out)).toEqual([]);
    expect((await readdir(place.drafts)).filter((name) => !name.startsWith('casepack-error-'))).toEqual([]);
  },
);
