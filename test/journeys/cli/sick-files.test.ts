// Logs that change, vanish or may not be read while the built command collects them: the packet is whole and says so.
// Runs in vitest.
import {
  appendFile,
  chmod,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeForm } from '#test/cli/planted-machine.ts';
import { unpack } from '#test/fixtures/unpack.ts';
import { logText } from './log-text.ts';
import { workplace } from './workplace.ts';

const MIB = 1024 ** 2;
const LOGS = 'collected/commvault/logs/Instance001';

interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly cut?: string;
}

test('growing, shrinking, vanishing, unreadable logs and links in circles', async () => {
  const place = await workplace();
  const path = (name: string) => join(place.logs, name);
  const text = logText(16 * MIB);
  // Newest first is the order in which they are read.
  const names = [
    ...['first.log', 'growing.log', 'shrinking.log'],
    // More than are opened ahead.
    ...Array.from({ length: 20 }, (_, number) => `quiet-${number}.log`),
    ...['vanishing.log', 'secret.log', 'last.log'],
  ];
  for (const [age, name] of names.entries()) {
    const small = !['first.log', 'growing.log', 'shrinking.log'].includes(name);
    const parts = small ? [Buffer.from('small\n')] : [text, text, text, text];
    await writeFile(path(name), Buffer.concat(parts));
    const time = new Date(Date.now() - (age + 1) * 60_000);
    await utimes(path(name), time, time);
  }
  await chmod(path('secret.log'), 0);
  await symlink('.', path('loop'));
  await symlink('../日志 logs/loop/loop', path('longer-loop'));
  await symlink('/etc/passwd', path('way-out.log'));
  await symlink('nothing', path('dangling.log'));

  const started = place.start(
    [
      ...['collect', ...completeForm, '--commvault-version', '11.26.35', '--log-dir', place.logs],
      // So that sizes can be compared.
      ...['--redact', 'off', '--json'],
    ],
    { asNobody: true },
  );
  await started.said('first.log');
  await rm(path('vanishing.log'));
  await started.said('growing.log');
  // It grows on and on until the run is over.
  let isRunning = true;
  const growing = (async () => {
    while (isRunning) await appendFile(path('growing.log'), 'one more line\n');
  })();
  await started.said('shrinking.log');
  await truncate(path('shrinking.log'), MIB);
  const { exitCode, lastLine } = await started.finished;
  isRunning = false;
  await growing;
  expect(exitCode).toBe(0);
  const { packet, failedCollectors } = JSON.parse(lastLine);
  expect(failedCollectors).toEqual([]);

  const { files } = await unpack(packet);
  const manifest = JSON.parse(String(files.get('manifest.json')));
  const inManifest = (name: string) =>
    (manifest.files as ManifestFile[]).find((file) => file.path === `${LOGS}/${name}`);
  expect(inManifest('first.log')).toMatchObject({ bytes: 4 * text.length });
  expect(inManifest('growing.log')).toMatchObject({ cut: 'grew' });
  expect(inManifest('shrinking.log')).toMatchObject({ cut: 'shrank' });
  expect(inManifest('shrinking.log')?.bytes).toBeLessThan(4 * text.length);
  expect(inManifest('last.log')).toMatchObject({ bytes: 6 });

  const packed = files.get(`${LOGS}/growing.log`) ?? Buffer.alloc(0);
  expect(packed.length).toBeGreaterThanOrEqual(4 * text.length);
  expect((await stat(path('growing.log'))).size).toBeGreaterThan(packed.length);
  const now = await readFile(path('growing.log'));
  expect(now.subarray(0, packed.length).equals(packed)).toBe(true);

  const notes = String(files.get('collected/commvault/logs/ERROR.txt')).trimEnd().split('\n');
  expect(notes).toContain(`not-found\t${path('vanishing.log')}\tENOENT`);
  if (process.platform !== 'win32')
    expect(notes.join('\n')).toContain(`permission-denied\t${path('secret.log')}`);
  const leftOut = String(files.get('collected/commvault/logs/LEFT-OUT.txt'));
  for (const link of ['loop', 'longer-loop', 'way-out.log', 'dangling.log'])
    expect(leftOut).toContain(path(link));
  const loud = [...files.keys()].filter((name) => name.startsWith(`${LOGS}/`) && !name.includes('quiet'));
  expect(loud.sort()).toEqual(
    ['first.log', 'growing.log', 'last.log', 'shrinking.log'].map((name) => `${LOGS}/${name}`),
  );
  expect((await place.run(['verify', packet, '--quiet'])).exitCode).toBe(0);
});
