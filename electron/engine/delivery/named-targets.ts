// The user's named targets: a file in the data folder that the window writes, or the user by hand. Runs in the engine's
// process and in the main process.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeliveryTarget, DeliveryTargets } from '#shared/schema/delivery-target.ts';
import { Trouble, writeTrouble } from '../trouble.ts';
import { writePrivateFile } from '../write-private-file.ts';

/** @returns the path of the file of targets, which need not exist. */
export const targetsFile = (dataFolder: string): string => join(dataFolder, 'targets.json');

/** @returns the targets, none where there is no file. Rejects with Trouble where the file cannot be understood. */
export async function namedTargets(dataFolder: string): Promise<readonly DeliveryTarget[]> {
  const path = targetsFile(dataFolder);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new Trouble({ code: 'cannot-read', path, reason: code });
  }
  const parsed = DeliveryTargets.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data.targets;
  const [issue] = parsed.error.issues;
  throw new Trouble({
    code: 'bad-targets-file',
    path,
    detail: `${issue?.path.join('.')}: ${issue?.message}`,
  });
}

/** Replaces the file. Rejects with Trouble where it cannot be written. */
export async function keepTargets(dataFolder: string, targets: readonly DeliveryTarget[]): Promise<void> {
  const path = targetsFile(dataFolder);
  await writePrivateFile(path, `${JSON.stringify({ targets }, null, 2)}\n`).catch((error) => {
    throw writeTrouble(error, path);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
