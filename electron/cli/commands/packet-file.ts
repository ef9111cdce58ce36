// The packet that a command is given. Runs in the command line's process.
import { stat } from 'node:fs/promises';
import type { InputProblem } from '../options/given.ts';
import { systemCode } from '../options/parse-path.ts';

/**
 * @param path absolute; undefined where it was forgotten
 * @param folders whether a folder will do, too
 */
export async function packetFileProblems(
  path: string | undefined,
  folders = false,
): Promise<readonly InputProblem[]> {
  const label = 'FILE';
  if (path === undefined) return [{ code: 'missing-argument', label, given: '' }];
  try {
    const stats = await stat(path);
    const isFine = stats.isFile() || (folders && stats.isDirectory());
    return isFine ? [] : [{ code: 'cannot-read', label, given: path, hint: 'EISDIR' }];
  } catch (error) {
    return [{ code: 'cannot-read', label, given: path, hint: systemCode(error) }];
  }
}
