// Versions of the databases that the problem concerns, without asking any of them. Runs in the engine's process.
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import type { ProblemArea } from '#shared/schema/problem-area.ts';
import type { Collector, Note } from '../collector.ts';
import { findDb2 } from './db2.ts';
import { findExchange } from './exchange.ts';
import { distinct, type FindDatabases } from './find-databases.ts';
import { findHana } from './hana.ts';
import { findMysql } from './mysql.ts';
import { findOracle } from './oracle.ts';
import { findPostgresql } from './postgresql.ts';
import { findSqlServer } from './sql-server.ts';

const PRODUCTS_OF_AREA: Partial<Record<ProblemArea, readonly FindDatabases[]>> = {
  oracle: [findOracle],
  'sql-server': [findSqlServer],
  exchange: [findExchange],
  database: [findPostgresql, findMysql, findDb2, findHana, findOracle, findSqlServer],
};

export const databaseVersions: Collector = {
  id: 'database.versions',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 90_000,
  async look({ host, request, signal }) {
    const products = PRODUCTS_OF_AREA[request.problemArea];
    if (products === undefined) return { skipped: 'other-area' };
    const notes: Note[] = [];
    const found: DatabaseFacts[] = [];
    for (const find of products) {
      signal.throwIfAborted();
      found.push(...(await find({ host, signal, notes })));
    }
    const databases = distinct(found);
    if (databases.length === 0) return notes.length === 0 ? { skipped: 'no-database' } : { notes };
    const text = `${JSON.stringify(databases, null, 2)}\n`;
    return {
      facts: { databases },
      sources: [{ kind: 'text', name: 'databases.json', text }],
      ...(notes.length > 0 ? { notes } : {}),
    };
  },
};
