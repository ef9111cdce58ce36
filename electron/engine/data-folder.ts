// Where this program keeps what must outlive a case and never leaves the machine: maps of stand-ins, history. Runs in the
// engine's process.
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The user's own folder for program data: %LOCALAPPDATA% on Windows, Application Support on macOS, XDG_DATA_HOME
 * elsewhere. CASEPACK_DATA names another one, for portable use.
 * @returns an absolute path, which need not exist yet.
 */
export function defaultDataFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (env.CASEPACK_DATA) return env.CASEPACK_DATA;
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'Casepack');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Casepack');
    default:
      return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'casepack');
  }
}
