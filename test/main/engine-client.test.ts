import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createEngineClient, type EngineChild } from '#main/engine-client.ts';
import type { FromEngine, ToEngine } from '#main/engine-messages.ts';
import { failure, success } from '#shared/ipc/result.ts';
import type { Progress } from '#shared/schema/progress.ts';

/** A child process that does as the test says. */
class ScriptedChild extends EventEmitter implements EngineChild {
  readonly pid: number;
  readonly received: ToEngine[] = [];
  killed = false;

  constructor(pid: number) {
    super();
    this.pid = pid;
    queueMicrotask(() => this.emit('spawn'));
  }
  postMessage(message: ToEngine): void {
    this.received.push(message);
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 1);
    return true;
  }
  say(message: FromEngine): void {
    this.emit('message', message);
  }
}

function client(shutDownTimeoutMs = 20) {
  const children: ScriptedChild[] = [];
  const progress: Progress[] = [];
  const exited: number[] = [];
  const engine = createEngineClient({
    start: () => {
      const child = new ScriptedChild(100 + children.length);
      children.push(child);
      return child;
    },
    version: '1.2.3',
    onProgress: (step) => progress.push(step),
    onExit: async (processId) => {
      exited.push(processId);
    },
    shutDownTimeoutMs,
  });
  return { engine, children, progress, exited };
}

const step: Progress = { stage: 'collect', doneBytes: 1, totalBytes: 2, doneFiles: 0, totalFiles: 1 };
const discard = { draftId: 'd' };

describe('createEngineClient', () => {
  it('starts one process and matches answers to calls', async () => {
    const { engine, children } = client();
    const first = engine.call('discard', discard);
    const second = engine.call('discard', discard);
    expect(children).toHaveLength(1);
    expect(children[0]!.received).toMatchObject([
      { type: 'call', id: 1, name: 'discard', question: discard, version: '1.2.3' },
      { type: 'call', id: 2 },
    ]);
    children[0]!.say({ type: 'answer', id: 2, result: failure({ code: 'cancelled' }) });
    children[0]!.say({ type: 'answer', id: 1, result: success(null) });
    await expect(first).resolves.toEqual(success(null));
    await expect(second).resolves.toEqual(failure({ code: 'cancelled' }));
  });

  it('passes on the progress of what the user waits for, not that of plans', () => {
    const { engine, children, progress } = client();
    void engine.call('plan', { request: {} as never });
    void engine.call('prepare', { request: {} as never, allowIncomplete: false, outputFolder: '/' });
    children[0]!.say({ type: 'progress', id: 1, progress: { ...step, stage: 'look' } });
    children[0]!.say({ type: 'progress', id: 2, progress: step });
    expect(progress).toEqual([step]);
  });

  it('cancels by name and waits for the answers', async () => {
    const { engine, children } = client();
    const plan = engine.call('plan', { request: {} as never });
    void engine.call('discard', discard);
    const cancelled = engine.cancel('plan', 'prepare');
    expect(children[0]!.received.slice(2)).toEqual([{ type: 'cancel', id: 1 }]);
    children[0]!.say({ type: 'answer', id: 1, result: failure({ code: 'cancelled' }) });
    await cancelled;
    await expect(plan).resolves.toEqual(failure({ code: 'cancelled' }));
  });

  it('rejects on a bug in the engine, with its details', async () => {
    const { engine, children } = client();
    const call = engine.call('discard', discard);
    children[0]!.say({ type: 'threw', id: 1, details: 'TypeError: x' });
    await expect(call).rejects.toThrow('TypeError: x');
  });

  it('answers engine-stopped after a crash, cleans up, and starts a new process for the next call', async () => {
    const { engine, children, exited } = client();
    const call = engine.call('discard', discard);
    await Promise.resolve();
    children[0]!.emit('exit', 139);
    await expect(call).resolves.toEqual(failure({ code: 'engine-stopped' }));
    expect(exited).toEqual([100]);
    const next = engine.call('discard', discard);
    expect(children).toHaveLength(2);
    children[1]!.say({ type: 'answer', id: 2, result: success(null) });
    await expect(next).resolves.toEqual(success(null));
  });

  it('ends in order, and answers cancelled from then on', async () => {
    const { engine, children } = client(10_000);
    void engine.call('discard', discard);
    const ended = engine.shutDown();
    expect(children[0]!.received.at(-1)).toEqual({ type: 'shut-down' });
    children[0]!.emit('exit', 0);
    await ended;
    expect(children[0]!.killed).toBe(false);
    await expect(engine.call('discard', discard)).resolves.toEqual(failure({ code: 'cancelled' }));
    expect(children).toHaveLength(1);
  });

  it('kills a process that does not end in time', async () => {
    const { engine, children } = client(5);
    void engine.call('discard', discard);
    await engine.shutDown();
    expect(children[0]!.killed).toBe(true);
  });
});
