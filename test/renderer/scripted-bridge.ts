// The main process's end of the bridge, answering as a test says: what the preload would put on the window. Runs in
// vitest.
import type { Channel, WindowCommand } from '#shared/ipc/channels.ts';
import { type Args, type Bridge, contract, type ReportedWork, type Value } from '#shared/ipc/contract.ts';
import { type Result, success } from '#shared/ipc/result.ts';
import type { Progress } from '#shared/schema/progress.ts';

type Answers = { [C in Channel]?: (...args: Args<C>) => Promise<Result<Value<C>>> };

export interface ScriptedBridge extends Bridge {
  /** Every call so far, with its arguments. */
  readonly calls: { readonly channel: Channel; readonly args: readonly unknown[] }[];
  /** As if work went on; collecting, unless it says otherwise. */
  report(progress: Progress, work?: ReportedWork): void;
  /** As if chosen in the application's menu. */
  command(command: WindowCommand): void;
}

/** Puts a bridge on the window. Calls are held to the contract; those without an answer succeed with null. */
export function scriptBridge(answers: Answers = {}): ScriptedBridge {
  const listeners = new Set<Parameters<Bridge['onProgress']>[0]>();
  const commandListeners = new Set<(command: WindowCommand) => void>();
  const calls: ScriptedBridge['calls'][number][] = [];
  const bridge: ScriptedBridge = {
    calls,
    async invoke(channel, ...args) {
      contract[channel].args.parse(args);
      calls.push({ channel, args });
      const answer = answers[channel] as ((...args: unknown[]) => Promise<unknown>) | undefined;
      return answer === undefined ? success(null) : answer(...args);
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onCommand(listener) {
      commandListeners.add(listener);
      return () => commandListeners.delete(listener);
    },
    command: (command) => {
      for (const listener of commandListeners) listener(command);
    },
    report: (progress, work = 'prepare') => {
      for (const listener of listeners) listener(progress, work);
    },
  };
  Object.defineProperty(window, 'casepack', { value: bridge, configurable: true });
  return bridge;
}
