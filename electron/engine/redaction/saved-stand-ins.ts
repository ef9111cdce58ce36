// The maps of stand-ins that stay on this machine, one file a case: only this user may read them, and no packet holds one.
// Runs in the engine's process.
import { join } from 'node:path';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import { NOT_UNDERSTOOD, readJsonFile } from '../own-files/read-json-file.ts';
import { writePrivateFile } from '../own-files/write-private-file.ts';
import { writeTrouble } from '../trouble.ts';
import { SavedStandIns } from './saved-stand-ins-schema.ts';
import { StandIns } from './stand-ins.ts';

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
  const file = await readJsonFile(path, MAX_BYTES, SavedStandIns);
  if (file.ok) return success(StandIns.restore(file.value));
  const { reason } = file;
  return failure(
    reason === NOT_UNDERSTOOD ? { code: 'not-stand-ins', path } : { code: 'cannot-read', path, reason },
  );
}
