// PostgreSQL: server programs, data folders, and the installer's registry keys. Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { DatabaseSearch, FindDatabases } from './find-databases.ts';
import { programAnswer } from './program-answer.ts';
import { namesIn, readStart } from './read-start.ts';
import { registryKeys } from './registry-keys.ts';

const PRODUCT = 'PostgreSQL';
/** Folders with one folder for each version: Debian, macOS, and the vendor's Linux packages as /usr/pgsql-15. */
const VERSION_FOLDERS = [
  { folder: '/usr/lib/postgresql', name: /^\d/ },
  { folder: '/Library/PostgreSQL', name: /^\d/ },
  { folder: '/opt/PostgreSQL', name: /^\d/ },
  { folder: '/usr', name: /^pgsql-/ },
];
const PROGRAMS = ['/usr/bin/postgres', '/usr/local/bin/postgres', '/usr/local/pgsql/bin/postgres'];
/** Red Hat keeps one cluster in each of these; Debian keeps clusters by version and name. */
const RED_HAT_DATA = '/var/lib/pgsql';
const DEBIAN_DATA = '/var/lib/postgresql';

export const findPostgresql: FindDatabases = async (search) => {
  if (search.host.platform === 'win32') return installations(search);
  return [...(await servers(search)), ...(await clusters(search))];
};

async function installations(search: DatabaseSearch): Promise<DatabaseFacts[]> {
  const keys = await registryKeys('HKLM\\SOFTWARE\\PostgreSQL\\Installations', true, search);
  return keys.flatMap(({ path, key, values }) => {
    const version = values.get('version');
    const instance = key.slice(key.lastIndexOf('\\') + 1);
    return version === undefined ? [] : [{ product: PRODUCT, version, instance, source: path }];
  });
}

async function servers(search: DatabaseSearch): Promise<DatabaseFacts[]> {
  const programs = [...PROGRAMS];
  for (const { folder, name } of VERSION_FOLDERS) {
    const versions = (await namesIn(folder, search)).filter((one) => name.test(one));
    programs.unshift(...versions.map((version) => `${folder}/${version}/bin/postgres`));
  }
  const found: DatabaseFacts[] = [];
  for (const source of programs) {
    const answer = await programAnswer(source, ['--version'], search);
    const version = /\(PostgreSQL\) (\d.*)$/m.exec(answer ?? '')?.[1]?.trim();
    if (version !== undefined) found.push({ product: PRODUCT, version, source });
  }
  return found;
}

/** PG_VERSION names the major version that a data folder belongs to, which may differ from the programs'. */
async function clusters(search: DatabaseSearch): Promise<DatabaseFacts[]> {
  const folders = new Map<string, string>([[`${RED_HAT_DATA}/data`, 'data']]);
  for (const version of await namesIn(RED_HAT_DATA, search)) {
    if (/^\d/.test(version)) folders.set(`${RED_HAT_DATA}/${version}/data`, `${version}/data`);
  }
  for (const version of await namesIn(DEBIAN_DATA, search)) {
    if (!/^\d/.test(version)) continue;
    for (const name of await namesIn(`${DEBIAN_DATA}/${version}`, search)) {
      folders.set(`${DEBIAN_DATA}/${version}/${name}`, `${version}/${name}`);
    }
  }
  for (const root of ['/opt/PostgreSQL', '/Library/PostgreSQL']) {
    for (const version of await namesIn(root, search))
      folders.set(`${root}/${version}/data`, `${version}/data`);
  }
  const found: DatabaseFacts[] = [];
  for (const [folder, instance] of folders) {
    const source = `${folder}/PG_VERSION`;
    const version = (await readStart(source, 64, search))?.trim();
    if (version !== undefined && /^\d/.test(version)) {
      found.push({ product: PRODUCT, version, instance, source });
    }
  }
  return found;
}
