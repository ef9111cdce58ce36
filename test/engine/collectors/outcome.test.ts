// Tests of electron/engine/collectors/outcome.ts. Runs in vitest.
import { expect, test } from 'vitest';
import { outcomeOf } from '#engine/collectors/outcome.ts';
import { sampleCollector } from '#test/fixtures/sample-collector.ts';

const collector = sampleCollector('a.one');
const note = { reason: 'permission-denied', about: '/x' };

test.each([
  ['nothing went wrong', {}, [], 3, false, { status: 'ok' }],
  ['nothing was there', {}, [], 0, false, { status: 'ok' }],
  ['some of it', {}, [note], 3, false, { status: 'partial', reason: 'permission-denied' }],
  ['none of it', {}, [note], 0, false, { status: 'failed', reason: 'permission-denied' }],
  ['too slow', {}, [note], 3, true, { status: 'timed-out', reason: 'permission-denied' }],
  ['not asked for', { skipped: 'not-selected' }, [], 0, false, { status: 'skipped', reason: 'not-selected' }],
])('%s', (_case, findings, notes, files, timedOut, expected) => {
  expect(outcomeOf({ collector, findings, timedOut, durationMs: 1 }, notes, files, 7)).toEqual({
    collector: 'a.one',
    durationMs: 7,
    ...expected,
  });
});
