import { expect, test, vi } from 'vitest';
import { askedAhead } from '#main/asked-ahead.ts';

test('the first answer is on its way before anybody asks, later ones are asked anew', async () => {
  const ask = vi.fn(async () => ask.mock.calls.length);
  const answer = askedAhead(ask);
  expect(ask).toHaveBeenCalledTimes(1);
  await expect(answer()).resolves.toBe(1);
  expect(ask).toHaveBeenCalledTimes(1);
  await expect(answer()).resolves.toBe(2);
});

test('a failure is heard by whoever asks, and the next one may succeed', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error('bug')).mockResolvedValue('well');
  const answer = askedAhead(ask);
  // An unhandled rejection in between would end the test run.
  await new Promise((resolve) => setTimeout(resolve));
  await expect(answer()).rejects.toThrow('bug');
  await expect(answer()).resolves.toBe('well');
});
