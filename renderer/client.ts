// The window's way to the main process; the only file that touches the bridge. Runs in the window.
import type { Channel } from '#shared/ipc/channels.ts';
import type { Args, Bridge, Value } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';

declare global {
  interface Window {
    readonly casepack: Bridge;
  }
}

/** Calls the main process. Expected trouble is in the answer; a refused call (a bug) rejects. */
export async function call<C extends Channel>(channel: C, ...args: Args<C>): Promise<Result<Value<C>>> {
  // Main has checked the answer against the contract.
  return (await window.casepack.invoke(channel, ...args)) as Result<Value<C>>;
}

/** @returns a function that ends the subscription */
export function onProgress(listener: Parameters<Bridge['onProgress']>[0]): () => void {
  return window.casepack.onProgress(listener);
}

/** @returns a function that ends the subscription */
export function onCommand(listener: Parameters<Bridge['onCommand']>[0]): () => void {
  return window.casepack.onCommand(listener);
}
