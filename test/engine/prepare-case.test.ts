// Tests of electron/engine/prepare-case.ts: planning, what is refused, gaps, failing and cancelling. Runs in vitest.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planCase } from '#engine/prepare-case.ts';
import { CasePlan } from '#shared/schema/case-plan.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { type CaseOnLinux, caseOnLinux, succeeded, USER_FILES } from '#test/fixtures/case-on-linux.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const LOG = '/var/log/commvault/Log_Files/CVD.log';

/** A request without anything that the user could have filled in. */
const EMPTY = {
  ...{ ccid: undefined, company: undefined, contact: {}, severity: undefined, title: undefined },
  ...{ description: undefined, commvaultVersion: undefined, patchLevel: undefined },
};

describe('planning', () => {
  test('shows what collecting takes, with sizes, and writes nothing', async () => {
    const machine = await caseOnLinux();
    const request = sampleRequest({
      only: ['os.release', 'commvault.instances', 'commvault.logs', 'user'],
      ...USER_FILES,
    });
    const plan = CasePlan.parse(succeeded(await planCase(request, machine.context)));
    const draft = succeeded(await machine.prepare({ only: request.only }));
    const collected = draft.contents.entries.filter(({ path }) => !/(ERROR|LEFT-OUT)\.txt$/.test(path));
    expect(plan.files.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual(
      collected.map(({ path, bytes }) => [path, bytes]),
    );
    expect(plan.totalBytes).toBe(collected.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(plan.files.find(({ sourcePath }) => sourcePath === LOG)).toMatchObject({
      path: 'collected/commvault/logs/Instance001/CVD.log',
      collector: 'commvault.logs',
    });
    await draft.discard();
    expect(await machine.leftovers()).toEqual([]);
  });

  test('says what collecting would leave out, why, and how much it is', async () => {
    const machine = await caseOnLinux();
    const only = ['commvault.instances', 'commvault.logs'];
    const request = sampleRequest({ only, window: { from: '2026-11-20T07:00:00+08:00' } });
    const plan = CasePlan.parse(succeeded(await planCase(request, machine.context)));
    const rolled = plan.leftOut.find(({ reason }) => reason === 'outside-window');
    expect(rolled).toMatchObject({
      collector: 'commvault.logs',
      path: '/var/log/commvault/Log_Files/CVD_2026_11_17_01_02_03.log',
    });
    expect(rolled?.sizeBytes).toBeGreaterThan(0);
    const taken = new Set(plan.files.map(({ sourcePath }) => sourcePath));
    expect(plan.leftOut.filter(({ path }) => taken.has(path))).toEqual([]);
  });

  test('goes on without required items and says which are missing', async () => {
    const { context } = await caseOnLinux();
    const plan = succeeded(await planCase(sampleRequest({ ...EMPTY, only: ['os.release'] }), context));
    expect(plan.checklist.find(({ item }) => item === 'ccid')).toMatchObject({ state: 'missing' });
    expect(plan.outcomes.find(({ collector }) => collector === 'commvault.logs')).toMatchObject({
      status: 'skipped',
      reason: 'not-selected',
    });
  });
});

describe('refused, and nothing written', () => {
  async function expectRefused(machine: CaseOnLinux, prepared: unknown, problems: unknown[]): Promise<void> {
    expect(prepared).toEqual({ ok: false, problems });
    expect(await machine.leftovers()).toEqual([]);
  }

  test('all missing items at once, in the guide’s order', async () => {
    const machine = await caseOnLinux();
    const items = [
      ...['ccid', 'company', 'contact-name', 'contact-phone', 'contact-email'],
      ...['patch-level', 'title', 'description', 'severity'],
    ];
    const problems = items.map((item) => ({ code: 'missing-item', item }));
    await expectRefused(machine, await machine.prepare(EMPTY), problems);
  });

  test('logs that are not collected are a missing item too', async () => {
    const machine = await caseOnLinux();
    await expectRefused(machine, await machine.prepare({ skip: ['commvault.logs'] }), [
      { code: 'missing-item', item: 'commvault-logs' },
    ]);
  });

  test('every name that is no collector, and every file and folder that cannot be read', async () => {
    const machine = await caseOnLinux();
    const prepared = await machine.prepare({
      only: ['commvault', 'tapes'],
      skip: ['os.releases'],
      screenshots: [{ path: '/home/none.png', name: 'none.png' }],
      attachments: [{ path: '/home', name: 'home' }],
      logDirs: ['/no/logs', LOG],
    });
    await expectRefused(machine, prepared, [
      { code: 'unknown-collector', name: 'tapes' },
      { code: 'unknown-collector', name: 'os.releases' },
      { code: 'cannot-read', path: '/home/none.png', reason: 'ENOENT' },
      { code: 'cannot-read', path: '/home', reason: 'EISDIR' },
      { code: 'cannot-read', path: '/no/logs', reason: 'ENOENT' },
      { code: 'cannot-read', path: LOG, reason: 'ENOTDIR' },
    ]);
  });
});

test('incomplete where that is allowed: the gaps are in the draft', async () => {
  const { prepare } = await caseOnLinux();
  const draft = succeeded(await prepare({ ...EMPTY, skip: ['system.logs'] }, { allowIncomplete: true }));
  const missing = draft.summary().checklist.filter(({ required, state }) => required && state === 'missing');
  expect(missing.map(({ item }) => item)).toEqual([
    ...['ccid', 'company', 'contact-name', 'contact-phone', 'contact-email', 'patch-level'],
    ...['title', 'description', 'system-logs', 'severity'],
  ]);
});

test('the summary for review has every file with its size, and no bytes', async () => {
  const { prepare } = await caseOnLinux();
  const summary = succeeded(await prepare()).summary();
  expect(summary.files.find(({ path }) => path.endsWith('/CVMA.log'))).toMatchObject({
    path: 'collected/commvault/logs/Instance001/CVMA.log',
    collector: 'commvault.logs',
    bytes: expect.any(Number),
    packedBytes: expect.any(Number),
  });
  const packed = summary.files.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  const bytes = summary.files.reduce((sum, file) => sum + file.bytes, 0);
  expect(packed).toBeLessThan(bytes);
});

test('a log that vanishes or changes after it was found costs itself only', async () => {
  const machine = await caseOnLinux();
  const { host, folder } = machine;
  const change = async (progress: Progress) => {
    if (progress.stage !== 'look' || progress.collector !== 'system.logs') return;
    await rm(join(folder, LOG), { force: true });
    await writeFile(join(folder, LOG.replace('CVD', 'CVMA')), 'rolled\n');
  };
  const changes: Promise<void>[] = [];
  const context = sampleContext(host, { onProgress: (progress) => changes.push(change(progress)) });
  // The collector before has listed the logs; the next one waits until they have changed.
  const list = async (path: string) => {
    await Promise.all(changes);
    return host.list(path);
  };
  const draft = succeeded(await machine.prepare({}, { context: { ...context, host: { ...host, list } } }));
  const { files, outcomes } = draft.summary();
  const log = (name: string) => files.find(({ path }) => path.endsWith(`Instance001/${name}`));
  expect(log('CVD.log')).toBeUndefined();
  expect(log('CVMA.log')?.bytes).toBe(7);
  expect(log('empty.log')).toBeDefined();
  expect(outcomes.find(({ collector }) => collector === 'commvault.logs')).toMatchObject({
    status: 'partial',
    reason: 'not-found',
  });
});

describe('cancelled, nothing is left', () => {
  test.each(['look', 'collect'] as const)('while it is at the stage %s', async (stage) => {
    const machine = await caseOnLinux();
    const cancel = new AbortController();
    const onProgress = (progress: Progress) => progress.stage === stage && cancel.abort();
    const context = sampleContext(machine.host, { signal: cancel.signal, onProgress });
    expect(await machine.prepare({}, { context })).toEqual({ ok: false, problems: [{ code: 'cancelled' }] });
    expect(await machine.leftovers()).toEqual([]);
  });

  test('before it began', async () => {
    const machine = await caseOnLinux();
    const context = sampleContext(machine.host, { signal: AbortSignal.abort() });
    expect(await machine.prepare({}, { context })).toEqual({ ok: false, problems: [{ code: 'cancelled' }] });
    expect(await planCase(sampleRequest(), context)).toEqual({
      ok: false,
      problems: [{ code: 'cancelled' }],
    });
    expect(await machine.leftovers()).toEqual([]);
  });
});

test('a bug while collecting is thrown, and nothing is left', async () => {
  const machine = await caseOnLinux();
  const onProgress = ({ stage }: Progress) => {
    if (stage === 'collect') throw new Error('a bug');
  };
  const context = sampleContext(machine.host, { onProgress });
  await expect(machine.prepare({}, { context })).rejects.toThrow('a bug');
  expect(await machine.leftovers()).toEqual([]);
});
