// The maps of stand-ins that stay on this machine, one file a case: only this user may read them, and no packet holds one.
// Runs in the engine's process.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import { writeTrouble } from '../trouble.ts';
import { SavedStandIns, StandIns } from './stand-ins.ts';

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
  const aside = `${path}.${randomUUID()}.partial`;
  try {
    await mkdir(join(dataFolder, 'cases'), { recursive: true, mode: 0o700 });
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(standIns.save())}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
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
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return failure({
      code: 'cannot-read',
      path,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
  try {
    return success(StandIns.restore(SavedStandIns.parse(JSON.parse(text))));
  } catch {
    return failure({ code: 'not-stand-ins', path });
  }
}
