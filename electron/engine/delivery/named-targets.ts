// The user's named targets, a file in the data folder that the user writes by hand. Runs in the engine's process.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeliveryTarget, DeliveryTargets } from '#shared/schema/delivery-target.ts';
import { Trouble } from '../trouble.ts';

/** @returns the targets, none where there is no file. Rejects with Trouble where the file cannot be understood. */
export async function namedTargets(dataFolder: string): Promise<readonly DeliveryTarget[]> {
  const path = join(dataFolder, 'targets.json');
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
