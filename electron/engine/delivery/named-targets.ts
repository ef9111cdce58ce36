// The user's named targets: a file in the data folder that the window writes, or the user by hand. Runs in the engine's
// process and in the main process.
import { join } from 'node:path';
import { type DeliveryTarget, DeliveryTargets } from '#shared/schema/delivery-target.ts';
import { NOT_UNDERSTOOD, readJsonFile } from '../own-files/read-json-file.ts';
import { writePrivateFile } from '../own-files/write-private-file.ts';
import { Trouble, writeTrouble } from '../trouble.ts';

/** @returns the path of the file of targets, which need not exist. */
export const targetsFile = (dataFolder: string): string => join(dataFolder, 'targets.json');

const MAX_BYTES = 1024 ** 2;

/** @returns the targets, none where there is no file. Rejects with Trouble where the file cannot be understood. */
export async function namedTargets(dataFolder: string): Promise<readonly DeliveryTarget[]> {
  const path = targetsFile(dataFolder);
  const file = await readJsonFile(path, MAX_BYTES, DeliveryTargets);
  if (file.ok) return file.value.targets;
  const { reason, detail } = file;
  if (reason === 'ENOENT') return [];
  throw new Trouble(
    reason === NOT_UNDERSTOOD
      ? { code: 'bad-targets-file', path, detail }
      : { code: 'cannot-read', path, reason },
  );
}

/** Replaces the file. Rejects with Trouble where it cannot be written. */
export async function keepTargets(dataFolder: string, targets: readonly DeliveryTarget[]): Promise<void> {
  const path = targetsFile(dataFolder);
  await writePrivateFile(path, `${JSON.stringify({ targets }, null, 2)}\n`).catch((error) => {
    throw writeTrouble(error, path);
  });
}
