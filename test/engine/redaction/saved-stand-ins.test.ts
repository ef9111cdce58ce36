// Tests of electron/engine/redaction/saved-stand-ins.ts: the map of a case on this machine. Runs in vitest.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readStandIns, readStandInsFile, saveStandIns } from '#engine/redaction/saved-stand-ins.ts';
import { StandIns } from '#engine/redaction/stand-ins.ts';
import { hostileFiles } from '#test/fixtures/hostile-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

function sample(): StandIns {
  const standIns = StandIns.fresh(Buffer.alloc(32, 5));
  standIns.everywhere('host', 'srvdb01');
  standIns.standInFor('user', '张三');
  standIns.standInFor('ipv4', '192.168.7.20');
  return standIns;
}

it('comes back with every name, goes on counting, keeps subnets together, and is this user’s only', async () => {
  const folder = await temporaryFolder();
  const standIns = sample();
  const near = standIns.standInFor('ipv4', '192.168.7.21');
  await saveStandIns(folder, '7K3QX', standIns);
  const read = await readStandIns(folder, '7K3QX');
  if (!read.ok) throw new Error('no map');
  expect([...read.value.originals()]).toEqual([...standIns.originals()]);
  expect(read.value.standInFor('host', 'other')).toBe('host-2');
  expect(read.value.standInFor('ipv4', '192.168.7.22').split('.').slice(0, 3)).toEqual(
    near.split('.').slice(0, 3),
  );
  const [name = ''] = await readdir(join(folder, 'cases'));
  expect((await stat(join(folder, 'cases', name))).mode & 0o777).toBe(0o600);
  await saveStandIns(folder, '7K3QX', read.value);
  expect(await readdir(join(folder, 'cases'))).toEqual([name]);
});

it('says that a case has none, and that a file is none, without a word of what is in it', async () => {
  const folder = await temporaryFolder();
  expect(await readStandIns(folder, '22222')).toEqual({
    ok: false,
    problems: [{ code: 'no-stand-ins', caseReference: '22222' }],
  });
  const path = join(folder, 'map.json');
  await writeFile(path, JSON.stringify({ ...sample().save(), formatVersion: 2 }));
  expect(await readStandInsFile(path)).toEqual({ ok: false, problems: [{ code: 'not-stand-ins', path }] });
});

it.each(Object.entries(hostileFiles))('is not led astray by %s', async (_, plant) => {
  const folder = join(await temporaryFolder(), 'x');
  await mkdir(folder);
  const path = join(folder, 'map.json');
  await plant(path);
  const read = await readStandInsFile(path);
  expect(read.ok || read.problems.map(({ code }) => code)).toEqual([
    expect.stringMatching(/^(?:not-stand-ins|cannot-read)$/),
  ]);
});

it('holds no secret of the texts', async () => {
  const folder = await temporaryFolder();
  const standIns = sample();
  await saveStandIns(folder, '7K3QX', standIns);
  const text = await readFile(join(folder, 'cases', '7K3QX.stand-ins.json'), 'utf8');
  expect(text).toContain('张三');
  expect(text).not.toContain('***');
});
