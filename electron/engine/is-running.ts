// Whether a process that left its number somewhere still lives. Runs in the engine's process.

/** @returns true also for another user's process. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
