// Tests of electron/engine/packet/awake-timer.ts. Runs in vitest.
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startAwakeTimer } from '#engine/packet/awake-timer.ts';

/** Nothing of this process moves meanwhile, as in a sleep. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

test('time in which the process stood still does not count', async () => {
  let over = false;
  const stop = startAwakeTimer(300, () => (over = true), 20);
  standStill(600);
  await delay(40);
  expect(over).toBe(false);
  stop();
});

test('time in which it ran does', async () => {
  let calls = 0;
  const stop = startAwakeTimer(60, () => (calls += 1), 20);
  await expect.poll(() => calls).toBe(1);
  await delay(60);
  expect(calls).toBe(1);
  stop();
});

test('stopped in time it is not heard of', async () => {
  let over = false;
  startAwakeTimer(40, () => (over = true), 20)();
  await delay(80);
  expect(over).toBe(false);
});
