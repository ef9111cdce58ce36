// Microsoft SQL Server: instances from the registry, else the first lines of the error log. Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { DatabaseSearch, FindDatabases } from './find-databases.ts';
import { readStart } from './read-start.ts';
import { type RegistryKey, registryKeys } from './registry-keys.ts';

const ROOT = 'HKLM\\SOFTWARE\\Microsoft\\Microsoft SQL Server';
const LINUX_ERROR_LOG = '/var/opt/mssql/log/errorlog';
const ERROR_LOG_BYTES = 16 * 1024;
const PRODUCT = 'SQL Server';

export const findSqlServer: FindDatabases = async (search) => {
  if (search.host.platform !== 'win32') {
    const found = await fromErrorLog(LINUX_ERROR_LOG, undefined, search);
    return found === undefined ? [] : [found];
  }
  const found: DatabaseFacts[] = [];
  for (const names of await registryKeys(`${ROOT}\\Instance Names\\SQL`, false, search)) {
    for (const [instance, id] of names.values) {
      const one = await instanceVersion(instance.toUpperCase(), id, names.view, search);
      if (one !== undefined) found.push(one);
    }
  }
  return found;
};

/** @param id the instance's own key, such as MSSQL15.MSSQLSERVER. */
async function instanceVersion(
  instance: string,
  id: string,
  view: RegistryKey['view'],
  search: DatabaseSearch,
): Promise<DatabaseFacts | undefined> {
  const inView = async (key: string) =>
    (await registryKeys(key, false, search)).find((one) => one.view === view && one.values.size > 0);
  const setup = await inView(`${ROOT}\\${id}\\Setup`);
  // Version is what was installed, PatchLevel what updates have made of it.
  const version = setup?.values.get('patchlevel') ?? setup?.values.get('version');
  const edition = setup?.values.get('edition');
  if (setup !== undefined && version !== undefined) {
    return {
      ...{ product: PRODUCT, version, instance, source: setup.path },
      ...(edition === undefined ? {} : { edition }),
    };
  }
  const parameters = await inView(`${ROOT}\\${id}\\MSSQLServer\\Parameters`);
  const named = [...(parameters?.values.values() ?? [])].find((value) => /^-e/i.test(value));
  const programs = search.host.env.ProgramFiles ?? 'C:\\Program Files';
  const usual = `${programs}\\Microsoft SQL Server\\${id}\\MSSQL\\Log\\ERRORLOG`;
  return fromErrorLog(named?.slice(2) ?? usual, instance, search);
}

/** `… Microsoft SQL Server 2019 (RTM-CU22) (KB5027702) - 15.0.4322.2 (X64)`, some lines on `Standard Edition (64-bit) on …`. */
async function fromErrorLog(
  source: string,
  instance: string | undefined,
  search: DatabaseSearch,
): Promise<DatabaseFacts | undefined> {
  const text = (await readStart(source, ERROR_LOG_BYTES, search)) ?? '';
  const version = /Microsoft SQL Server[^\r\n]*? - (\d+(?:\.\d+)+)/.exec(text)?.[1];
  if (version === undefined) return undefined;
  const edition = /^\s*(\S.*? Edition(?: \(64-bit\))?) on /m.exec(text)?.[1];
  return {
    ...{ product: PRODUCT, version, source },
    ...(edition === undefined ? {} : { edition }),
    ...(instance === undefined ? {} : { instance }),
  };
}
