// `casepack deliver` of a sender's packet as a process of its own, for journeys that kill it, put it to sleep and start it
// again. Runs in vitest.
import { type Started, startCasepack } from '../cli/casepack-process.ts';
import type { Sender } from './sending.ts';

/** @param options of the command. @param env for passwords. @returns starts it, as often as it is called */
export function deliverCommand(
  { packetPath, folder, dataFolder }: Sender,
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
): () => Started {
  const args = ['deliver', packetPath, ...options, '--json'];
  return () =>
    startCasepack(args, {
      cwd: folder,
      temporaryFolder: folder,
      env: { CASEPACK_DATA: dataFolder, ...env },
    });
}

/** @returns what the command said last, which must be that it is done. */
export async function done({ finished }: Started): Promise<Record<string, unknown>> {
  const { exitCode, lastLine, stdout } = await finished;
  if (exitCode !== 0) throw new Error(`${exitCode}: ${stdout}`);
  return JSON.parse(lastLine) as Record<string, unknown>;
}
