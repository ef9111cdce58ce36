// Files and folders: --screenshot, --attach, --log-dir, --out. Runs in the command line's process.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { UserFile } from '#shared/schema/case-request.ts';
import type { Given, InputProblem } from './given.ts';

/** @returns absolute; whether it can be read is the engine's to say. */
export function resolvePath({ text, baseFolder }: Given): string {
  return resolve(baseFolder, text);
}

/** @returns the file under the name it has on disk. */
export function userFile(given: Given): UserFile {
  const path = resolvePath(given);
  return { path, name: basename(path) };
}

/** @returns the system's code of an error, such as ENOENT. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** @returns what is wrong with an output folder as far as it shows before work begins, or undefined. */
export async function outFolderProblem(given: Given): Promise<InputProblem | undefined> {
  const folder = resolvePath(given);
  const { label } = given;
  try {
    if (!(await stat(folder)).isDirectory()) return { code: 'not-a-folder', label, given: folder };
    await access(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT'
      ? { code: 'no-such-folder', label, given: folder }
      : { code: 'cannot-use-folder', label, given: folder, hint: code };
  }
}
