// Which roles a machine has, from the packages and services that CommVault installed. Runs in the engine's process.

/** Package ids as vendor documentation lists them, Windows then Unix. */
const PACKAGES_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  CommServe: ['20', '1020'],
  MediaAgent: ['51', '1301'],
  'File System': ['702', '1101'],
  Oracle: ['352', '1204'],
  'SQL Server': ['353', '1212'],
  PostgreSQL: ['362', '1209'],
  DB2: ['351', '1207'],
  Exchange: ['151'],
  'Virtual Server': ['713', '1136'],
  'Web Server': ['252', '1174'],
};

/** Windows services that only one role has. */
const SERVICES_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  CommServe: ['gxjobmgr', 'gxapm', 'gxmlm'],
  MediaAgent: ['gxmmm'],
};

/** @returns the roles of the known packages and services, each once, in the order of the list above. */
export function rolesOf(packageIds: Iterable<string>, services: Iterable<string> = []): string[] {
  const installed = new Set(packageIds);
  const running = new Set([...services].map((name) => name.toLowerCase()));
  return Object.entries(PACKAGES_OF_ROLE)
    .filter(
      ([role, ids]) =>
        ids.some((id) => installed.has(id)) || SERVICES_OF_ROLE[role]?.some((name) => running.has(name)),
    )
    .map(([role]) => role);
}
