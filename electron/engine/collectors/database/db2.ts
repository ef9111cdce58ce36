// IBM Db2: its list of installed copies. Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { DatabaseSearch, FindDatabases } from './find-databases.ts';
import { programAnswer } from './program-answer.ts';
import { namesIn } from './read-start.ts';
import { registryKeys } from './registry-keys.ts';

const PRODUCT = 'Db2';
const COPIES = '/opt/ibm/db2';

export const findDb2: FindDatabases = async (search) => {
  if (search.host.platform === 'win32') return installedCopies(search);
  const program = '/usr/local/bin/db2ls';
  const listed = parseCopies((await programAnswer(program, ['-c'], search)) ?? '', program);
  return listed.length > 0 ? listed : foldersOf(search);
};

/** `/opt/ibm/db2/V11.5:11.5.6.0:0 ::Fri Jan 14 20:20:07 2022 CST :0` below a line that begins with #PATH:VRMF. */
function parseCopies(text: string, source: string): DatabaseFacts[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, instance, version] = /^(\/[^:]+):([\d.]+):/.exec(line) ?? [];
    return instance === undefined || version === undefined
      ? []
      : [{ product: PRODUCT, version, instance, source }];
  });
}

/** Without db2ls the folder's name says at least the release. */
async function foldersOf(search: DatabaseSearch): Promise<DatabaseFacts[]> {
  const names = await namesIn(COPIES, search);
  return names.flatMap((name) => {
    const version = /^V(\d+(?:\.\d+)*)/i.exec(name)?.[1];
    return version === undefined ? [] : [{ product: PRODUCT, version, source: `${COPIES}/${name}` }];
  });
}

/** Values such as `11.1.3030.DEF.4 = DB2COPY1`: version, release and level, then the copy's name. */
async function installedCopies(search: DatabaseSearch): Promise<DatabaseFacts[]> {
  const keys = await registryKeys('HKLM\\SOFTWARE\\IBM\\DB2\\InstalledCopies', false, search);
  return keys.flatMap(({ path, values }) =>
    [...values].flatMap(([name, instance]) => {
      const version = /^(\d+\.\d+\.\d+)\./.exec(name)?.[1];
      return version === undefined ? [] : [{ product: PRODUCT, version, instance, source: path }];
    }),
  );
}
