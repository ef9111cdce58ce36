// The main process's end of the engine process: calls with answers, progress, cancel; starts the process when first
// needed and again after it died. Runs in the main process. The child is injected, so tests need no Electron.
import type { ReportedWork } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
import { failure } from '#shared/ipc/result.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { EngineCallName, EngineCalls, FromEngine, ToEngine } from './engine-messages.ts';

/** What is used of Electron's UtilityProcess. */
export interface EngineChild {
  readonly pid: number | undefined;
  postMessage(message: ToEngine): void;
  on(event: 'spawn', listener: () => void): unknown;
  on(event: 'message', listener: (message: FromEngine) => void): unknown;
  on(event: 'exit', listener: (exitCode: number) => void): unknown;
  kill(): boolean;
}

export interface EngineClientOptions {
  readonly start: () => EngineChild;
  readonly version: string;
  readonly onProgress: (progress: Progress, work: ReportedWork) => void;
  /** The engine's process ended, orderly or not: what it left behind is to be removed. */
  readonly onExit: (processId: number) => Promise<void>;
  /** How long an orderly end may take before the process is killed. */
  readonly shutDownTimeoutMs: number;
}

export interface EngineClient {
  /** Rejects on a bug in the engine; a process that died is the problem `engine-stopped`. */
  call<Name extends EngineCallName>(
    name: Name,
    question: EngineCalls[Name]['question'],
  ): Promise<Result<EngineCalls[Name]['answer']>>;
  /** Whether a call of this name has not been answered yet. */
  isRunning(name: EngineCallName): boolean;
  /** Cancels every running call of these names; resolves when they have answered. */
  cancel(...names: readonly EngineCallName[]): Promise<void>;
  /** Orderly end; resolves when the process is gone. Later calls answer `cancelled`. */
  shutDown(): Promise<void>;
}

/** Others run beside the form; only what the user waits for has a progress bar. */
const REPORTED: ReadonlySet<EngineCallName> = new Set(['prepare', 'deliver', 'email', 'send'] as const);
const isReported = (name: EngineCallName): name is ReportedWork => REPORTED.has(name);

interface Waiting {
  readonly name: EngineCallName;
  readonly done: Promise<unknown>;
  answer(result: Result<unknown>): void;
  reject(bug: Error): void;
}

export function createEngineClient(options: EngineClientOptions): EngineClient {
  const waiting = new Map<number, Waiting>();
  let child: EngineChild | undefined;
  let gone: Promise<void> = Promise.resolve();
  let lastId = 0;
  let closing = false;

  function receive(message: FromEngine): void {
    const call = waiting.get(message.id);
    if (call === undefined) return;
    if (message.type === 'progress') {
      if (isReported(call.name)) options.onProgress(message.progress, call.name);
      return;
    }
    waiting.delete(message.id);
    if (message.type === 'answer') call.answer(message.result);
    else call.reject(new Error(message.details));
  }

  function start(): EngineChild {
    const started = options.start();
    let processId: number | undefined;
    started.on('spawn', () => {
      processId = started.pid;
    });
    started.on('message', receive);
    gone = new Promise((resolve) => {
      started.on('exit', () => {
        child = undefined;
        const cleaned = processId === undefined ? Promise.resolve() : options.onExit(processId);
        void cleaned.then(() => {
          for (const call of waiting.values()) call.answer(failure({ code: 'engine-stopped' }));
          waiting.clear();
          resolve();
        });
      });
    });
    return started;
  }

  return {
    async call(name, question) {
      if (closing) return failure({ code: 'cancelled' });
      child ??= start();
      lastId += 1;
      const id = lastId;
      let answer: Waiting['answer'] = () => {};
      let reject: Waiting['reject'] = () => {};
      const done = new Promise<Result<never>>((resolve, refuse) => {
        answer = (result) => resolve(result as Result<never>);
        reject = refuse;
      });
      waiting.set(id, { name, done, answer, reject });
      child.postMessage({ type: 'call', id, name, question, version: options.version });
      return done;
    },
    isRunning: (name) => [...waiting.values()].some((call) => call.name === name),
    async cancel(...names) {
      const calls = [...waiting].filter(([, call]) => names.includes(call.name));
      for (const [id] of calls) child?.postMessage({ type: 'cancel', id });
      await Promise.allSettled(calls.map(([, call]) => call.done));
    },
    async shutDown() {
      closing = true;
      if (child === undefined) return gone;
      const dying = child;
      dying.postMessage({ type: 'shut-down' });
      const timer = setTimeout(() => dying.kill(), options.shutDownTimeoutMs);
      await gone;
      clearTimeout(timer);
    },
  };
}
