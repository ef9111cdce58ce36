// Where CommVault's logs lie when its registry does not say. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';

const UNIX = ['commvault', 'simpana', 'galaxy'].flatMap((brand) =>
  ['', '2', '3'].map((instance) => `/var/log/${brand}${instance}/Log_Files`),
);
const WINDOWS = [
  'Commvault\\ContentStore',
  'Commvault\\ContentStore2',
  'CommVault\\Simpana',
  'CommVault Systems\\Galaxy',
];

/** @returns those that exist on this machine, newest product first. */
export async function knownLogFolders(host: Host): Promise<string[]> {
  const programs = host.env.ProgramFiles ?? 'C:\\Program Files';
  const candidates =
    host.platform === 'win32' ? WINDOWS.map((product) => `${programs}\\${product}\\Log Files`) : UNIX;
  const found: string[] = [];
  for (const folder of candidates) {
    const info = await host.info(folder);
    if (!isTrouble(info) && (info.kind === 'folder' || info.kind === 'link')) found.push(folder);
  }
  return found;
}
