// Where the policy file lies: one place a machine, which only administrators can write. Runs in the engine's process.
import { access } from 'node:fs/promises';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** @returns the machine-wide place, whether or not there is a file. */
export function machinePolicyFile(env: Environment, platform: NodeJS.Platform = process.platform): string {
  switch (platform) {
    case 'win32':
      return join(env.ProgramData || 'C:\\ProgramData', 'Casepack', 'policy.json');
    case 'darwin':
      return '/Library/Application Support/Casepack/policy.json';
    default:
      return '/etc/casepack/policy.json';
  }
}

/**
 * The machine-wide file; where there is none, the one that CASEPACK_POLICY names, to try a policy out before it is rolled
 * out. So nobody escapes the machine's policy by setting a variable.
 * @returns undefined where there is neither
 */
export async function findPolicyFile(env: Environment): Promise<string | undefined> {
  const machineWide = machinePolicyFile(env);
  const isThere = await access(machineWide).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
  return isThere ? machineWide : env.CASEPACK_POLICY || undefined;
}
