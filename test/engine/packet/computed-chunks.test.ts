// Tests of electron/engine/packet/computed-chunks.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { Computed, Source } from '#engine/collectors/collector.ts';
import { hostOpening } from '#test/fixtures/memory-file.ts';
import { readSource } from '#test/fixtures/read-source.ts';

const host = hostOpening(() => Promise.reject(new Error('no files')));

function computed(compute: Extract<Source, { kind: 'computed' }>['compute']): Source {
  return { kind: 'computed', name: 'timeline.txt', compute };
}

test('its bytes come first, what it learned when they are out', async () => {
  const learned: Computed = { facts: { hostName: 'ma01' }, cut: 'time-limit', quotes: ['/var/log/CVD.log'] };
  const source = computed(async function* () {
    yield Buffer.from('one ');
    yield Buffer.from('two');
    return learned;
  });
  const { bytes, outcome } = await readSource(source, host);
  expect(bytes.toString()).toBe('one two');
  expect(outcome).toEqual(learned);
});

test('a bug in it costs the rest of this file and is told', async () => {
  const source = computed(async function* () {
    yield Buffer.from('so far');
    throw new TypeError('cannot read properties of undefined');
  });
  const { bytes, outcome } = await readSource(source, host);
  expect(bytes.toString()).toBe('so far');
  expect(outcome).toMatchObject({
    cut: 'read-error',
    notes: [
      { reason: 'unexpected-error', about: 'timeline.txt', detail: expect.stringContaining('TypeError') },
    ],
  });
});

test('cancelling goes through', async () => {
  const cancel = new AbortController();
  const source = computed(async function* (_, signal) {
    yield Buffer.from('x');
    cancel.abort();
    signal.throwIfAborted();
    return {};
  });
  await expect(readSource(source, host, cancel.signal)).rejects.toThrow(/abort/i);
});
