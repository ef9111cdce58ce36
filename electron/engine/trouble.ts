// Expected trouble on its way from deep inside a stage to the engine's edge, where it becomes a Result. The only
// exception type that is ours; anything else that is thrown is a bug. Runs in the engine's process.
import { failure, type Result, success } from '#shared/ipc/result.ts';
import type { Problem } from '#shared/schema/problem.ts';

export class Trouble extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map((problem) => problem.code).join(', '));
    this.problems = problems;
  }
}

/** Runs one engine call; cancelling and Trouble become values, bugs go on as they are. */
export async function asResult<Value>(
  signal: AbortSignal,
  call: () => Promise<Value>,
): Promise<Result<Value>> {
  try {
    return success(await call());
  } catch (error) {
    if (signal.aborted) return failure({ code: 'cancelled' });
    if (error instanceof Trouble) return failure(...error.problems);
    throw error;
  }
}

/** What a failed write to `path` means; errors that are not the system's go on as they are. */
export function writeTrouble(error: unknown, path: string): unknown {
  const { code: reason, syscall } = error as NodeJS.ErrnoException;
  if (reason === undefined || syscall === undefined) return error;
  if (reason === 'ENOSPC' || reason === 'EDQUOT') return new Trouble({ code: 'disk-full', path });
  return new Trouble({ code: 'cannot-write', path, reason });
}
