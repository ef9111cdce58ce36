// Where CommVault's logs lie when its registry does not say: the product's own places, then those of OEM editions, which
// have another brand in the same shape. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import { pathRules } from '../../host/host-path.ts';

const UNIX = ['commvault', 'simpana', 'galaxy'].flatMap((brand) =>
  ['', '2', '3'].map((instance) => `/var/log/${brand}${instance}/Log_Files`),
);
const WINDOWS = [
  'Commvault\\ContentStore',
  'Commvault\\ContentStore2',
  'CommVault\\Simpana',
  'CommVault Systems\\Galaxy',
];
/** Logs that every installation has. */
const CERTAIN = /^(cvd|cvlaunchd|evmgrc)\.log$/i;

/** @returns those that exist on this machine, newest product first. */
export async function knownLogFolders(host: Host): Promise<string[]> {
  const programs = host.env.ProgramFiles ?? 'C:\\Program Files';
  const known =
    host.platform === 'win32' ? WINDOWS.map((product) => `${programs}\\${product}\\Log Files`) : UNIX;
  const found: string[] = [];
  for (const folder of known) {
    const info = await host.info(folder);
    if (!isTrouble(info) && (info.kind === 'folder' || info.kind === 'link')) found.push(folder);
  }
  const branded =
    host.platform === 'win32'
      ? await brandedFolders(host, programs, 2, 'Log Files')
      : await brandedFolders(host, '/var/log', 1, 'Log_Files');
  // Windows ignores case, and so may the list of its folders.
  const taken = found.map((folder) => folder.toLowerCase());
  return [...found, ...branded.filter((folder) => !taken.includes(folder.toLowerCase()))];
}

/** Folders `name` this many levels below `parent` that hold one of the certain logs. */
async function brandedFolders(host: Host, parent: string, levels: number, name: string): Promise<string[]> {
  const { join } = pathRules(host.platform);
  let brands = [parent];
  for (let level = 0; level < levels; level += 1) {
    const below = await Promise.all(brands.map((folder) => foldersIn(host, folder)));
    brands = below.flat();
  }
  const found: string[] = [];
  for (const brand of brands) {
    const folder = join(brand, name);
    const entries = await host.list(folder);
    if (!isTrouble(entries) && entries.some((entry) => CERTAIN.test(entry.name))) found.push(folder);
  }
  return found;
}

async function foldersIn(host: Host, folder: string): Promise<string[]> {
  const { join } = pathRules(host.platform);
  const entries = await host.list(folder);
  if (isTrouble(entries)) return [];
  return entries.filter(({ kind }) => kind === 'folder').map(({ name }) => join(folder, name));
}
