// What finding one database product needs and answers. Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { Host } from '../../host/host.ts';
import type { Note } from '../collector.ts';

export interface DatabaseSearch {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Trouble on the way, such as a folder that is closed to us. */
  readonly notes: Note[];
}

/** @returns every installation on this machine; never asks a database itself, so no credentials are needed. */
export type FindDatabases = (search: DatabaseSearch) => Promise<DatabaseFacts[]>;

/** Those that differ in more than where they were read. */
export function distinct(databases: readonly DatabaseFacts[]): DatabaseFacts[] {
  const seen = new Set<string>();
  return databases.filter(({ source, ...said }) => {
    const key = JSON.stringify(said);
    return !seen.has(key) && seen.add(key);
  });
}
