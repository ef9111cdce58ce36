// Asks a database server's own program for its version. Runs in the engine's process.
import { consoleText } from '../../host/console-text.ts';
import { isTrouble } from '../../host/host.ts';
import { commandNote } from '../trouble-note.ts';
import type { DatabaseSearch } from './find-databases.ts';

/** Only the administrator can put programs here, so the administrator may start them. */
const SYSTEM_FOLDERS = ['/usr/', '/Library/'];

/**
 * @param program by absolute path. Where it lies in a folder of an ordinary user it is not started with administrator
 * rights: whoever owns it could make us do anything.
 * @returns what it prints; undefined where there is no such program.
 */
export async function programAnswer(
  program: string,
  args: readonly string[],
  { host, signal, notes }: DatabaseSearch,
): Promise<string | undefined> {
  const isSystem = SYSTEM_FOLDERS.some((folder) => program.startsWith(folder));
  if (host.elevated && !isSystem) return undefined;
  if (isTrouble(await host.info(program))) return undefined;
  const command = { program, args, timeoutMs: 10_000, maxOutputBytes: 64 * 1024 };
  const answer = await host.run(command, signal);
  const note = commandNote(command, answer);
  if (note !== undefined) notes.push(note);
  const text = consoleText(answer.stdout).trim();
  return text === '' ? undefined : text;
}
