// Tests of electron/engine/collectors/look-at-machine.ts with collectors that fail, hang and depend on each other.
// Runs in vitest.
import { expect, test } from 'vitest';
import type { Collector } from '#engine/collectors/collector.ts';
import { type Look, lookAtMachine } from '#engine/collectors/look-at-machine.ts';
import { outcomeOf } from '#engine/collectors/outcome.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { Progress } from '#shared/schema/progress.ts';
import { sampleCollector } from '#test/fixtures/sample-collector.ts';
import { sampleContext } from '#test/fixtures/sample-context.ts';
import { sampleRequest } from '#test/fixtures/sample-request.ts';

const host = { ...(await createLocalHost()), platform: 'linux' as const };
const forever = () => new Promise<never>(() => undefined);

function lookAt(collectors: Collector[], changes: Parameters<typeof sampleContext>[1] = {}, request = {}) {
  const context: EngineContext = sampleContext(host, changes);
  return lookAtMachine(collectors, sampleRequest(request), context);
}

const statusOf = (look: Look | undefined) =>
  look && outcomeOf(look, look.findings.notes ?? [], look.findings.sources?.length ?? 0, 1).status;

test('facts of earlier collectors are there for later ones', async () => {
  const seen: unknown[] = [];
  const { facts } = await lookAt([
    sampleCollector('a.one', { facts: { hostName: 'h1' } }),
    sampleCollector('a.two', async (context) => {
      seen.push(context.facts);
      return { facts: { commvault: { instances: [] } } };
    }),
  ]);
  expect(seen).toEqual([{ hostName: 'h1' }]);
  expect(facts).toEqual({ hostName: 'h1', commvault: { instances: [] } });
});

test('a collector that throws leaves its stack, and the others go on', async () => {
  const { looks } = await lookAt([
    sampleCollector('a.broken', () => Promise.reject(new Error('boom'))),
    sampleCollector('a.fine', { sources: [{ kind: 'text', name: 'x', text: 'y' }] }),
  ]);
  expect(looks.map(statusOf)).toEqual(['failed', 'ok']);
  expect(looks[0]?.findings.notes).toMatchObject([
    { reason: 'unexpected-error', about: 'a.broken', detail: expect.stringMatching(/Error: boom\n.*at /s) },
  ]);
});

test('a collector that hangs is left behind a second after its time', async () => {
  const started = performance.now();
  const { looks } = await lookAt([
    sampleCollector('a.deaf', forever, { timeoutMs: 100 }),
    sampleCollector('a.fine', {}),
  ]);
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(looks.map(statusOf)).toEqual(['timed-out', 'ok']);
  expect(looks[0]?.findings.notes).toEqual([{ reason: 'time-limit', about: 'a.deaf' }]);
});

test('a collector that hears that its time is over may hand out what it has', async () => {
  const partly = async ({ signal }: { signal: AbortSignal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return { sources: [{ kind: 'text' as const, name: 'part', text: 'x' }] };
  };
  const throwing = async ({ signal }: { signal: AbortSignal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    signal.throwIfAborted();
    return {};
  };
  const { looks } = await lookAt([
    sampleCollector('a.partly', partly, { timeoutMs: 100 }),
    sampleCollector('a.throwing', throwing, { timeoutMs: 100 }),
  ]);
  expect(looks.map(statusOf)).toEqual(['timed-out', 'timed-out']);
  expect(looks[0]?.findings.sources).toHaveLength(1);
  expect(looks[1]?.findings.notes).toEqual([{ reason: 'time-limit', about: 'a.throwing' }]);
});

test('cancelling is heard at once, even while a collector is deaf', async () => {
  const cancel = new AbortController();
  setTimeout(() => cancel.abort(), 50);
  const started = performance.now();
  const looking = lookAt([sampleCollector('a.deaf', forever)], { signal: cancel.signal });
  await expect(looking).rejects.toThrow('aborted');
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('what was not selected, and what is for another system, is skipped and says so', async () => {
  const { looks } = await lookAt(
    [
      sampleCollector('tape.library', {}),
      sampleCollector('os.release', forever),
      sampleCollector('tape.vss', forever, { platforms: ['win32'] }),
    ],
    {},
    { only: ['tape'] },
  );
  expect(looks.map(({ findings }) => findings.skipped)).toEqual([
    undefined,
    'not-selected',
    'other-platform',
  ]);
  expect(looks.map(statusOf)).toEqual(['ok', 'skipped', 'skipped']);
});

test('progress names each collector', async () => {
  const progress: Progress[] = [];
  await lookAt([sampleCollector('a.one'), sampleCollector('a.two')], { onProgress: (p) => progress.push(p) });
  expect(progress).toMatchObject([
    { stage: 'look', collector: 'a.one', doneFiles: 0, totalFiles: 2 },
    { stage: 'look', collector: 'a.two', doneFiles: 1, totalFiles: 2 },
  ]);
});
