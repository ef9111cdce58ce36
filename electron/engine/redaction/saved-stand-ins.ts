// The maps of stand-ins that stay on this machine, one file a case: only this user may read them, and no packet holds one.
// Runs in the engine's process.
import { join } from 'node:path';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import { readTextFile } from '../own-files/read-text-file.ts';
import { writePrivateFile } from '../own-files/write-private-file.ts';
import { writeTrouble } from '../trouble.ts';
import { SavedStandIns, StandIns } from './stand-ins.ts';

/** Several hundred thousand names. */
const MAX_BYTES = 64 * 1024 ** 2;

/** @returns where the map of a case lies. */
function standInsPath(dataFolder: string, caseReference: string): string {
  return join(dataFolder, 'cases', `${caseReference}.stand-ins.json`);
}

/** Written aside and renamed, so that a map is always whole. Throws Trouble. */
export async function saveStandIns(
  dataFolder: string,
  caseReference: string,
  standIns: StandIns,
): Promise<void> {
  const path = standInsPath(dataFolder, caseReference);
  try {
    await writePrivateFile(path, `${JSON.stringify(standIns.save())}\n`);
  } catch (error) {
    throw writeTrouble(error, path);
  }
}

/** @returns the stand-ins of a case that was packed on this machine. */
export async function readStandIns(dataFolder: string, caseReference: string): Promise<Result<StandIns>> {
  const read = await readStandInsFile(standInsPath(dataFolder, caseReference));
  const missing =
    !read.ok && read.problems.some((one) => one.code === 'cannot-read' && one.reason === 'ENOENT');
  return missing ? failure({ code: 'no-stand-ins', caseReference }) : read;
}

/** @param path of a map, wherever it was copied to. */
export async function readStandInsFile(path: string): Promise<Result<StandIns>> {
  const file = await readTextFile(path, MAX_BYTES);
  if (!file.ok) return failure({ code: 'cannot-read', path, reason: file.reason });
  try {
    return success(StandIns.restore(SavedStandIns.parse(JSON.parse(file.text))));
  } catch {
    return failure({ code: 'not-stand-ins', path });
  }
}
