// MySQL and MariaDB: the server's own program, which prints its version without starting; on Windows the registry.
// Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { DatabaseSearch, FindDatabases } from './find-databases.ts';
import { programAnswer } from './program-answer.ts';
import { registryKeys } from './registry-keys.ts';

const PROGRAMS = [
  ...['/usr/sbin/mariadbd', '/usr/sbin/mysqld', '/usr/libexec/mariadbd', '/usr/libexec/mysqld'],
  ...['/usr/bin/mysqld', '/usr/local/mysql/bin/mysqld', '/opt/mysql/bin/mysqld'],
];

export const findMysql: FindDatabases = async (search) => {
  if (search.host.platform === 'win32') return installations(search);
  const found: DatabaseFacts[] = [];
  for (const source of PROGRAMS) {
    const answer = await programAnswer(source, ['--version'], search);
    const one = answer === undefined ? undefined : parseServerVersion(answer, source);
    if (one !== undefined) found.push(one);
  }
  return found;
};

/** `mysqld  Ver 8.0.36 for Linux on x86_64 (MySQL Community Server - GPL)`; MariaDB says its name in the version. */
function parseServerVersion(answer: string, source: string): DatabaseFacts | undefined {
  const [, version, edition] = /\bVer (\d\S*)(?:[^(\r\n]*\(([^)\r\n]+)\))?/.exec(answer) ?? [];
  if (version === undefined) return undefined;
  const product = /mariadb/i.test(version) ? 'MariaDB' : 'MySQL';
  return { product, version, source, ...(edition === undefined ? {} : { edition }) };
}

async function installations(search: DatabaseSearch): Promise<DatabaseFacts[]> {
  const keys = await registryKeys('HKLM\\SOFTWARE\\MySQL AB', true, search);
  return keys.flatMap(({ path, key, values }) => {
    const name = key.slice(key.lastIndexOf('\\') + 1);
    const version = values.get('version');
    // Tools and connectors have keys of their own beside the server.
    if (version === undefined || !/^MySQL Server\b/i.test(name)) return [];
    return [{ product: 'MySQL', version, instance: name, source: path }];
  });
}
