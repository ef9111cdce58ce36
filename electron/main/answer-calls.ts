// Answers the calls of the window by their handlers. Every call is checked on the way in (it comes from our page, its
// arguments fit the contract) and on the way out. Runs in the main process.
import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { Channel } from '#shared/ipc/channels.ts';
import { type Args, contract, type Value } from '#shared/ipc/contract.ts';
import { failure, type Result, success } from '#shared/ipc/result.ts';

export type Handlers = { [C in Channel]: (...args: Args<C>) => Promise<Result<Value<C>>> };

export interface AnswerOptions {
  readonly handlers: Handlers;
  /** The main frame of the window, if it is open. */
  readonly mainFrame: () => WebFrameMain | undefined;
  /** Only a page whose address starts with this may call. */
  readonly pageOrigin: string;
  /** Writes a bug's details to a file. @returns the file's path */
  readonly recordBug: (bug: unknown) => Promise<string>;
}

export type AnswerCall = (channel: Channel, event: IpcMainInvokeEvent, args: unknown[]) => Promise<unknown>;

/** A call from elsewhere, or one that breaks the contract, is refused with an error and never reaches a handler. */
export function answerCalls({ handlers, mainFrame, pageOrigin, recordBug }: AnswerOptions): AnswerCall {
  return async (channel, { senderFrame: frame }, args) => {
    if (!frame || frame !== mainFrame() || !frame.url.startsWith(`${pageOrigin}/`)) {
      throw new Error(`${channel} refused: unknown sender`);
    }
    const parsed = contract[channel].args.safeParse(args);
    if (!parsed.success) throw new Error(`${channel} refused: bad arguments`);
    try {
      return await run(channel, handlers, parsed.data);
    } catch (bug) {
      return failure({ code: 'unexpected-error', detailsFile: await recordBug(bug) });
    }
  };
}

async function run(channel: Channel, handlers: Handlers, args: unknown): Promise<Result<unknown>> {
  const handler = handlers[channel] as (...args: unknown[]) => Promise<Result<unknown>>;
  const result = await handler(...(args as unknown[]));
  return result.ok ? success(contract[channel].value.parse(result.value)) : result;
}
