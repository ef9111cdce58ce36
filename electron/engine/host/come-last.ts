// This program behind all others of its machine: a sick backup server comes first. Runs in the engine's process.
import { readdir } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { runCommand } from './run-command.ts';

/** @param gentle also behind programs that do not matter. What the system refuses is left as it is. */
export async function comeLast(gentle: boolean, signal: AbortSignal): Promise<void> {
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
  const priority = gentle ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL;
  const threads = process.platform === 'linux' ? await threadsOfThisProcess() : ['0'];
  for (const thread of threads) {
    try {
      setPriority(Number(thread), priority);
    } catch {
      // It ended meanwhile, or somebody gave it a lower one, which only root may raise.
    }
  }
  if (process.platform !== 'linux') return;
  // Idle: reads only while nobody else does. Disks without such an order, and machines without this program, go on as before.
  const args = ['-c', '3', '-p', ...threads];
  await runCommand({ program: 'ionice', args, timeoutMs: 2_000, maxOutputBytes: 1024 }, signal);
}

/** On Linux priorities belong to threads; those of the pool that packs and reads may run already. */
function threadsOfThisProcess(): Promise<string[]> {
  return readdir('/proc/self/task').catch(() => ['0']);
}
