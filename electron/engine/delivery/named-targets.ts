// The user's named targets, a file in the data folder that the user writes by hand. Runs in the engine's process.
import { join } from 'node:path';
import { type DeliveryTarget, DeliveryTargets } from '#shared/schema/delivery-target.ts';
import { readTextFile } from '../own-files/read-text-file.ts';
import { Trouble } from '../trouble.ts';

const MAX_BYTES = 1024 ** 2;

/** @returns the targets, none where there is no file. Rejects with Trouble where the file cannot be understood. */
export async function namedTargets(dataFolder: string): Promise<readonly DeliveryTarget[]> {
  const path = join(dataFolder, 'targets.json');
  const file = await readTextFile(path, MAX_BYTES);
  if (!file.ok) {
    if (file.reason === 'ENOENT') return [];
    throw new Trouble({ code: 'cannot-read', path, reason: file.reason });
  }
  const parsed = DeliveryTargets.safeParse(jsonOf(file.text));
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
