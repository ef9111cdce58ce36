// Oracle Database: homes from oratab, the central inventory or the registry; versions from each home's own inventory.
// Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import { pathRules } from '../../host/host-path.ts';
import type { DatabaseSearch, FindDatabases } from './find-databases.ts';
import { programAnswer } from './program-answer.ts';
import { namesIn, readStart } from './read-start.ts';
import { registryKeys } from './registry-keys.ts';

const MAX_INVENTORY_BYTES = 8 * 1024 ** 2;
const MAX_PATCH_BYTES = 256 * 1024;
const MAX_PATCHES = 300;
/** A home holds a server, or a client. */
const PRODUCTS = [
  { component: 'oracle.server', product: 'Oracle Database' },
  { component: 'oracle.client', product: 'Oracle Client' },
];

export const findOracle: FindDatabases = async (search) => {
  const instancesOfHome =
    search.host.platform === 'win32' ? await windowsHomes(search) : await unixHomes(search);
  const found: DatabaseFacts[] = [];
  for (const [home, instances] of instancesOfHome) {
    const version = await versionOf(home, search);
    if (version === undefined) continue;
    if (instances.size === 0) found.push(version);
    for (const instance of instances) found.push({ ...version, instance });
  }
  return found;
};

type Homes = Map<string, Set<string>>;

function addHome(homes: Homes, home: string, instance?: string): void {
  const instances = homes.get(home) ?? new Set();
  homes.set(home, instance === undefined ? instances : instances.add(instance));
}

/** oratab: `SID:home:Y`; oraInst.loc: where the list of all homes lies. */
async function unixHomes(search: DatabaseSearch): Promise<Homes> {
  const homes: Homes = new Map();
  for (const folder of ['/etc', '/var/opt/oracle']) {
    const oratab = (await readStart(`${folder}/oratab`, 256 * 1024, search)) ?? '';
    for (const line of oratab.split(/\r?\n/)) {
      const [, instance, home] = /^\s*([^#:\s][^:]*):(\/[^:]+)(?::|$)/.exec(line) ?? [];
      if (home !== undefined) addHome(homes, home.trim(), instance === '*' ? undefined : instance);
    }
    const pointer = await readStart(`${folder}/oraInst.loc`, 64 * 1024, search);
    const inventory = /^\s*inventory_loc\s*=\s*(\/.+?)\s*$/m.exec(pointer ?? '')?.[1];
    if (inventory === undefined) continue;
    const list = await readStart(`${inventory}/ContentsXML/inventory.xml`, MAX_INVENTORY_BYTES, search);
    for (const [home] of (list ?? '').matchAll(/<HOME\b[^>]*>/g)) {
      const path = /\bLOC="(\/[^"]+)"/.exec(home)?.[1];
      if (path !== undefined && !/\bREMOVED="T"/.test(home)) addHome(homes, path);
    }
  }
  return homes;
}

async function windowsHomes(search: DatabaseSearch): Promise<Homes> {
  const homes: Homes = new Map();
  for (const { values } of await registryKeys('HKLM\\SOFTWARE\\ORACLE', true, search)) {
    const home = values.get('oracle_home');
    if (home !== undefined && home !== '') addHome(homes, home, values.get('oracle_sid'));
  }
  return homes;
}

async function versionOf(home: string, search: DatabaseSearch): Promise<DatabaseFacts | undefined> {
  const { join } = pathRules(search.host.platform);
  const source = join(home, 'inventory', 'ContentsXML', 'comps.xml');
  const components = (await readStart(source, MAX_INVENTORY_BYTES, search)) ?? '';
  for (const { component, product } of PRODUCTS) {
    const base = new RegExp(`<COMP NAME="${component.replace('.', '\\.')}" VER="([\\d.]+)"`).exec(
      components,
    )?.[1];
    if (base === undefined) continue;
    const update = await releaseUpdate(join(home, 'inventory', 'oneoffs'), search);
    return { product, version: update === undefined ? base : `${base} (${update})`, source };
  }
  const program = join(home, 'bin', 'oraversion');
  const answer = await programAnswer(program, ['-compositeVersion'], search);
  const version = /^[\d.]+$/m.exec(answer ?? '')?.[0];
  return version === undefined ? undefined : { product: 'Oracle Database', version, source: program };
}

/** @returns the newest update that opatch put in, such as `Release Update 19.21.0.0.231017`. */
async function releaseUpdate(folder: string, search: DatabaseSearch): Promise<string | undefined> {
  const { join } = pathRules(search.host.platform);
  const updates: { name: string; version: string }[] = [];
  for (const patch of (await namesIn(folder, search)).slice(0, MAX_PATCHES)) {
    const path = join(folder, patch, 'etc', 'config', 'inventory.xml');
    const text = (await readStart(path, MAX_PATCH_BYTES, search)) ?? '';
    const [, name, version] =
      /Database (Release Update|Bundle Patch|Patch Set Update)[^<"\d]*:\s*([\d.]+)/i.exec(text) ?? [];
    if (name !== undefined && version !== undefined) updates.push({ name, version });
  }
  updates.sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
  const [newest] = updates;
  return newest && `${newest.name} ${newest.version}`;
}
