import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOwnLog } from '#engine/log/own-log.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { type AboutOptions, aboutCalls } from '#main/about-calls.ts';
import { createPickedFiles } from '#main/picked-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function about(changes: Partial<AboutOptions> = {}) {
  const folder = await temporaryFolder();
  const log = createOwnLog(folder, '1.2.3');
  const picked = createPickedFiles(() => Promise.reject(new Error('no dialog')));
  const target = join(folder, 'target');
  await mkdir(target);
  const calls = aboutCalls({
    version: '1.2.3',
    parts: { electron: '45.4.1', chrome: '150', node: '24' },
    policy: () => machinePolicy({}),
    language: () => 'en',
    log,
    picked,
    licencesFile: join(folder, 'THIRD-PARTY.txt'),
    pickFolder: async () => target,
    openFile: async () => undefined,
    get: () => Promise.reject(new Error('asked the network')),
    ...changes,
  });
  return { calls, log, picked, target, folder };
}

it('says what the program is made with and what holds here', async () => {
  const { calls, folder } = await about();
  expect(await calls['about:info']()).toMatchObject({
    ok: true,
    value: { version: '1.2.3', hasLicences: false, policy: { mayCollect: true } },
  });
  await writeFile(join(folder, 'THIRD-PARTY.txt'), '');
  expect(await calls['about:info']()).toMatchObject({ value: { hasLicences: true } });
});

it('asks the network for nothing unless the policy names a place', async () => {
  const { calls } = await about();
  expect(await calls['about:update']()).toEqual({ ok: true, value: { state: 'not-configured' } });
});

it('gives the log to the case as attachments', async () => {
  const { calls, log, picked } = await about();
  expect(await calls['about:attach-log']()).toEqual({ ok: true, value: [] });
  await log.write('call', { name: 'plan' });
  const attached = await calls['about:attach-log']();
  if (!attached.ok) throw new Error('refused');
  const [file] = attached.value;
  expect(file).toMatchObject({ label: 'casepack.log' });
  expect(await readFile(picked.path(file?.id ?? '', 'attachments'), 'utf8')).toContain('name=plan');
});

it('saves the log and overwrites nothing', async () => {
  const { calls, log, target } = await about();
  await log.write('call', { name: 'plan' });
  await writeFile(join(target, 'casepack.log'), 'of the user');
  expect(await calls['about:save-log']()).toEqual({ ok: true, value: join(target, 'casepack-2.log') });
  expect(await readdir(target)).toEqual(['casepack-2.log', 'casepack.log']);
  expect(await readFile(join(target, 'casepack.log'), 'utf8')).toBe('of the user');
});

it('does nothing when the dialog is closed', async () => {
  const { calls } = await about({ pickFolder: async () => undefined });
  expect(await calls['about:save-log']()).toEqual({ ok: true, value: null });
});
