// Signals end a run in order; only a second Ctrl-C of the person at the keyboard ends it at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { abortOnSignals } from '#cli/abort-on-signals.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const exit = vi.fn();
let before: Map<string, readonly NodeJS.SignalsListener[]>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.spyOn(process, 'exit').mockImplementation(exit as unknown as typeof process.exit);
  before = new Map(SIGNALS.map((name) => [name, process.listeners(name) as NodeJS.SignalsListener[]]));
  for (const name of SIGNALS) process.removeAllListeners(name);
});
afterEach(() => {
  for (const name of SIGNALS) {
    process.removeAllListeners(name);
    for (const listener of before.get(name) ?? []) process.on(name, listener);
  }
  vi.restoreAllMocks();
  vi.useRealTimers();
  exit.mockClear();
});

test.each(SIGNALS)('%s aborts and leaves time to clean up', (name) => {
  const signal = abortOnSignals();
  expect(signal.aborted).toBe(false);
  process.emit(name);
  expect(signal.aborted).toBe(true);
  expect(exit).not.toHaveBeenCalled();
});

test('a second Ctrl-C ends the process at once', () => {
  abortOnSignals();
  process.emit('SIGINT');
  vi.advanceTimersByTime(1_000);
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
});

test('the same Ctrl-C handed on by npx, and other signals, do not', () => {
  abortOnSignals();
  process.emit('SIGINT');
  vi.advanceTimersByTime(20);
  process.emit('SIGINT');
  vi.advanceTimersByTime(1_000);
  process.emit('SIGTERM');
  process.emit('SIGTERM');
  expect(exit).not.toHaveBeenCalled();
});
