// Tests of electron/engine/packet/collect-into-spool.ts with collectors that find, fail and hang. Runs in vitest.
import { describe, expect, test } from 'vitest';
import type { Collector, Findings, Source } from '#engine/collectors/collector.ts';
import { lookAtMachine } from '#engine/collectors/look-at-machine.ts';
import type { Host } from '#engine/host/host.ts';
import { collectIntoSpool } from '#engine/packet/collect-into-spool.ts';
import { ProgressMeter } from '#engine/packet/progress-meter.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import { hostOpening, memoryFile } from '#test/fixtures/memory-file.ts';
import { sampleRedacting } from '#test/fixtures/redacting.ts';
import { sampleCollector } from '#test/fixtures/sample-collector.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const aFile = async () => memoryFile(Buffer.from('bytes\n'));
const file = (name: string): Source => ({
  ...{ kind: 'file', name, path: `/logs/${name}`, sizeBytes: 6, modifiedAt: new Date(0) },
});

/** Lets the collectors look and collect. @returns the files' texts by path, and how each collector ended. */
async function collect(collectors: readonly Collector[], host: Host = hostOpening(aFile), gentle = false) {
  const redacting = { ...(await sampleRedacting('off')), gentle };
  const { spool } = redacting;
  const context = { ...sampleContext(host), threadFile: new URL('file:///not-started.js') };
  const { looks } = await lookAtMachine(collectors, sampleRequest(), context);
  const meter = new ProgressMeter('collect', { totalBytes: 0, totalFiles: 0 }, () => undefined);
  const { files, outcomes } = await collectIntoSpool(looks, redacting, meter, context);
  const entries = files.map((file) => ({ ...file, path: `${file.folder}/${file.name}` }));
  const texts: Record<string, string> = {};
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of spool.readUnpacked(entry)) chunks.push(chunk as Buffer);
    texts[entry.path] = Buffer.concat(chunks).toString();
  }
  await spool.discard();
  return { texts, entries, outcomes };
}

const statuses = (outcomes: readonly CollectorOutcome[]) =>
  outcomes.map(({ collector, status, reason }) => [collector, status, reason]);

test('each collector’s files lie in its folder', async () => {
  const { texts } = await collect([
    sampleCollector('os.release', { sources: [{ kind: 'text', name: 'a/b.txt', text: 'x' }] }),
    sampleCollector('user.screenshots', { sources: [file('01.png')] }, { folder: 'screenshots' }),
  ]);
  expect(texts).toEqual({ 'collected/os/release/a/b.txt': 'x', 'screenshots/01.png': 'bytes\n' });
});

test('names that are dangerous or the same are made safe and different', async () => {
  const { entries } = await collect([
    sampleCollector('a.b', { sources: ['../x', 'X', 'x', 'con'].map(file) }),
  ]);
  expect(entries.map(({ path, source }) => [path, source.kind === 'file' && source.path])).toEqual([
    ['collected/a/b/__/x', '/logs/../x'],
    ['collected/a/b/X', '/logs/X'],
    ['collected/a/b/x~2', '/logs/x'],
    ['collected/a/b/_con', '/logs/con'],
  ]);
});

describe('a collector that fails never stops the others, and says what happened', () => {
  const fine = sampleCollector('z.fine', { sources: [file('fine.log')] });

  test('by throwing', async () => {
    const broken = sampleCollector('a.broken', () => Promise.reject(new Error('boom')));
    const { texts, outcomes } = await collect([broken, fine]);
    expect(statuses(outcomes)).toEqual([
      ['a.broken', 'failed', 'unexpected-error'],
      ['z.fine', 'ok', undefined],
    ]);
    expect(texts['collected/a/broken/ERROR.txt']).toMatch(/^unexpected-error\ta\.broken\tError: boom/);
    expect(texts['collected/z/fine/fine.log']).toBe('bytes\n');
  });

  test('by hanging', async () => {
    const deaf = sampleCollector('a.deaf', () => new Promise<Findings>(() => undefined), { timeoutMs: 50 });
    const { texts, outcomes } = await collect([deaf, fine]);
    expect(statuses(outcomes)[0]).toEqual(['a.deaf', 'timed-out', 'time-limit']);
    expect(texts['collected/a/deaf/ERROR.txt']).toBe('time-limit\ta.deaf\n');
    expect(texts['collected/z/fine/fine.log']).toBe('bytes\n');
  });

  test('on one of its files', async () => {
    const open = async () => ({ trouble: 'EBUSY' });
    let opened = 0;
    const host = hostOpening(() => {
      opened += 1;
      return opened === 2 ? open() : aFile();
    });
    const three = sampleCollector('a.three', { sources: ['1', '2', '3'].map(file) });
    const { texts, outcomes } = await collect([three], host);
    expect(statuses(outcomes)).toEqual([['a.three', 'partial', 'cannot-read']]);
    expect(Object.keys(texts)).toEqual([
      ...['collected/a/three/1', 'collected/a/three/3', 'collected/a/three/ERROR.txt'],
    ]);
    expect(texts['collected/a/three/ERROR.txt']).toBe('cannot-read\t/logs/2\tEBUSY\n');
  });

  test('on all of them', async () => {
    const host = hostOpening(async () => ({ trouble: 'EACCES' }));
    const { outcomes } = await collect([sampleCollector('a.one', { sources: [file('1')] })], host);
    expect(statuses(outcomes)).toEqual([['a.one', 'failed', 'permission-denied']]);
  });
});

test('what was left out by rule is listed and is no failure', async () => {
  const leftOut = [{ reason: 'outside-window', about: '/logs/old.log' }];
  const { texts, outcomes } = await collect([sampleCollector('a.one', { sources: [file('1')], leftOut })]);
  expect(statuses(outcomes)).toEqual([['a.one', 'ok', undefined]]);
  expect(texts['collected/a/one/LEFT-OUT.txt']).toContain('/logs/old.log');
  expect(texts).not.toHaveProperty(['collected/a/one/ERROR.txt']);
});

test('a file that grew is marked, and the collector is fine', async () => {
  const growing = async () => memoryFile(Buffer.from('x'), { currentSizeBytes: async () => 2 });
  const { entries, outcomes } = await collect(
    [sampleCollector('a.one', { sources: [file('1')] })],
    hostOpening(growing),
  );
  expect(entries[0]).toMatchObject({ cut: 'grew', bytes: 1 });
  expect(statuses(outcomes)).toEqual([['a.one', 'ok', undefined]]);
});

test('what was left out while working something out stands with the rest', async () => {
  const compute = async function* () {
    yield Buffer.from('answer');
    return { leftOut: [{ reason: 'tool-not-installed', about: 'mtx' }] };
  };
  const { texts, outcomes } = await collect([
    sampleCollector('tape.library', {
      sources: [{ kind: 'computed', name: 'devices.txt', compute }],
      leftOut: [{ reason: 'no-generic-device', about: '1:0:0:0' }],
    }),
  ]);
  const lines = texts['collected/tape/library/LEFT-OUT.txt']
    ?.split('\n')
    .filter((line) => !line.startsWith('#'));
  expect(lines).toEqual(['no-generic-device\t1:0:0:0', 'tool-not-installed\tmtx', '']);
  expect(statuses(outcomes)).toEqual([['tape.library', 'ok', undefined]]);
});

test('gentle, one file is open at a time, and all come all the same', async () => {
  let open = 0;
  let most = 0;
  const counted = async () => {
    open += 1;
    most = Math.max(most, open);
    const close = async () => {
      open -= 1;
    };
    return memoryFile(Buffer.from('bytes\n'), { close });
  };
  const names = ['1', '2', '3', '4'];
  const collector = sampleCollector('a.four', { sources: names.map(file) });
  const hurried = await collect([collector], hostOpening(counted));
  expect(most).toBeGreaterThan(1);
  most = 0;
  const gentle = await collect([collector], hostOpening(counted), true);
  expect(most).toBe(1);
  expect(gentle.texts).toEqual(hurried.texts);
});

describe('many small files', () => {
  const names = Array.from({ length: 120 }, (_, at) => `${at}.log`);
  const collector = sampleCollector('a.many', { sources: names.map(file) });
  const alone = async () => ({ trouble: 'EBUSY' });

  /** A machine whose files come only where they are read together. */
  function hostReading() {
    const bytes = Buffer.from('bytes\n');
    const whole = { bytes, sizeBytes: 6, currentSizeBytes: 6, modifiedAt: new Date(0) };
    let closed = 0;
    const close = () => {
      closed += 1;
    };
    const read = async (files: readonly unknown[]) => ({ files: files.map(() => whole), tookMs: 1 });
    const host: Host = { ...hostOpening(alone), startWholeFileReader: async () => ({ read, close }) };
    return { host, closed: () => closed };
  }

  test('are read together, and the thread is ended', async () => {
    const { host, closed } = hostReading();
    const { texts, outcomes } = await collect([collector], host);
    expect(Object.keys(texts)).toEqual(names.map((name) => `collected/a/many/${name}`));
    expect(statuses(outcomes)).toEqual([['a.many', 'ok', undefined]]);
    expect(closed()).toBe(1);
  });

  test('but not gentle, nor where they are few', async () => {
    const { host, closed } = hostReading();
    const gentle = await collect([collector], host, true);
    const few = sampleCollector('a.few', { sources: names.slice(0, 20).map(file) });
    expect(statuses([...gentle.outcomes, ...(await collect([few], host)).outcomes])).toEqual([
      ['a.many', 'failed', 'cannot-read'],
      ['a.few', 'failed', 'cannot-read'],
    ]);
    expect(closed()).toBe(0);
  });
});
