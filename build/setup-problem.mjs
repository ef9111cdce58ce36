// Trouble that is expected on somebody's machine (no Electron, a missing package, sources that do not build).
// Thrown by the scripts in build/, and shown by the commands as its message alone; anything else is a bug and
// keeps its stack. Plain Node.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export class SetupProblem extends Error {}

/**
 * Runs a command's work: a SetupProblem becomes one message on stderr and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function runReportingProblems(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * True if this module is the script Node was started with, not an import of another one.
 * @param {string} moduleUrl import.meta.url of the asking module
 */
export function isStartedDirectly(moduleUrl) {
  const script = process.argv[1];
  return script !== undefined && realpathSync(script) === fileURLToPath(moduleUrl);
}
