// SAP HANA: the manifest of each system's programs. Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { DatabaseSearch, FindDatabases } from './find-databases.ts';
import { namesIn, readStart } from './read-start.ts';

const SYSTEM_ID = /^[A-Z][A-Z0-9]{2}$/;

export const findHana: FindDatabases = async (search) => {
  if (search.host.platform !== 'linux') return [];
  const found = new Map<string, DatabaseFacts>();
  for (const { system, path } of await manifests(search)) {
    const text = found.has(system) ? undefined : await readStart(path, 64 * 1024, search);
    const version = /^fullversion:\s*(\S.*)$/m.exec(text ?? '')?.[1]?.trim();
    if (version !== undefined) {
      found.set(system, { product: 'SAP HANA', version, instance: system, source: path });
    }
  }
  return [...found.values()];
};

async function manifests(search: DatabaseSearch): Promise<{ system: string; path: string }[]> {
  const paths: { system: string; path: string }[] = [];
  for (const system of (await namesIn('/usr/sap', search)).filter((name) => SYSTEM_ID.test(name))) {
    const instances = await namesIn(`/usr/sap/${system}`, search);
    for (const instance of instances.filter((name) => /^HDB\d\d$/.test(name))) {
      paths.push({ system, path: `/usr/sap/${system}/${instance}/exe/manifest` });
    }
  }
  for (const system of (await namesIn('/hana/shared', search)).filter((name) => SYSTEM_ID.test(name))) {
    paths.push({ system, path: `/hana/shared/${system}/exe/linuxx86_64/hdb/manifest` });
  }
  return paths;
}
