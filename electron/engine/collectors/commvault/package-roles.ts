// Which role an installed CommVault package gives a machine. Runs in the engine's process.

/** Package ids as vendor documentation lists them, Windows and Unix. */
const ROLE_OF_PACKAGE: Readonly<Record<string, string>> = {
  20: 'CommServe',
  1020: 'CommServe',
  51: 'MediaAgent',
  1301: 'MediaAgent',
  702: 'File System',
  1101: 'File System',
  352: 'Oracle',
  1204: 'Oracle',
  353: 'SQL Server',
  1212: 'SQL Server',
  362: 'PostgreSQL',
  1209: 'PostgreSQL',
  351: 'DB2',
  1207: 'DB2',
  151: 'Exchange',
  713: 'Virtual Server',
  1136: 'Virtual Server',
  252: 'Web Server',
  1174: 'Web Server',
};

/** @returns the roles of the known packages, each once, in the order of the list above. */
export function rolesOfPackages(packageIds: Iterable<string>): string[] {
  const installed = new Set(packageIds);
  const roles = Object.entries(ROLE_OF_PACKAGE).filter(([id]) => installed.has(id));
  return [...new Set(roles.map(([, role]) => role))];
}
