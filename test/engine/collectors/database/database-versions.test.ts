// Tests of electron/engine/collectors/database on recorded machines. Runs in vitest.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseVersions } from '#engine/collectors/database/database-versions.ts';
import type { Command, Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import { type ProblemArea, ProblemArea as ProblemAreas } from '#shared/schema/problem-area.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { look, textOf } from '#test/fixtures/look.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function databasesOf(host: Host, problemArea: ProblemArea): Promise<readonly DatabaseFacts[]> {
  return (await look(databaseVersions, host, { request: { problemArea } })).facts?.databases ?? [];
}

/** Product, version, edition, instance: what a support engineer reads. */
const said = (databases: readonly DatabaseFacts[]) =>
  databases.map(({ product, version, edition, instance }) =>
    [product, version, edition, instance].filter(Boolean).join(' | '),
  );

/** The same machine, seen with its administrator's rights, remembering what was started. */
function asAdministrator(host: Host): { host: Host; started: Command[] } {
  const started: Command[] = [];
  const run: Host['run'] = (command, signal) => {
    started.push(command);
    return host.run(command, signal);
  };
  return { host: { ...host, elevated: true, run }, started };
}

describe('Linux with Oracle, PostgreSQL and others', () => {
  const machine = () => recordedMachine('linux-oracle-postgres');

  test('Oracle: each instance with its home’s version and update, clients, and a home without inventory', async () => {
    const databases = await databasesOf(await machine(), 'oracle');
    expect(said(databases)).toEqual([
      'Oracle Database | 19.0.0.0.0 (Release Update 19.21.0.0.231017) | ORCL',
      'Oracle Database | 19.0.0.0.0 (Release Update 19.21.0.0.231017) | ERP',
      'Oracle Database | 11.2.0.4.0 (Patch Set Update 11.2.0.4.201020) | OLD',
      'Oracle Database | 18.3.0.0.0 | MID',
      'Oracle Client | 12.1.0.2.0',
    ]);
    expect(databases[0]?.source).toBe(
      '/u01/app/oracle/product/19.3.0/dbhome_1/inventory/ContentsXML/comps.xml',
    );
  });

  test('a program in an ordinary user’s folder is not started with administrator rights', async () => {
    const { host, started } = asAdministrator(await machine());
    expect(said(await databasesOf(host, 'oracle'))).not.toContain('Oracle Database | 18.3.0.0.0 | MID');
    expect(started).toEqual([]);
    await databasesOf(host, 'database');
    expect(started.map(({ program }) => program).sort()).toEqual([
      ...['/usr/libexec/mysqld', '/usr/local/bin/db2ls', '/usr/pgsql-15/bin/postgres', '/usr/sbin/mariadbd'],
    ]);
    for (const { args, timeoutMs } of started) {
      expect(args).toEqual([args[0] === '-c' ? '-c' : '--version']);
      expect(timeoutMs).toBeLessThanOrEqual(10_000);
    }
  });

  test('another database: every product there is, with clusters, copies and systems', async () => {
    const databases = said(await databasesOf(await machine(), 'database'));
    expect(databases.slice(0, 10)).toEqual([
      'PostgreSQL | 15.8',
      'PostgreSQL | 9.6 | data',
      'PostgreSQL | 15 | 15/data',
      'MariaDB | 10.11.6-MariaDB | MariaDB Server',
      'MySQL | 8.0.36 | Source distribution',
      'Db2 | 11.5.6.0 | /opt/ibm/db2/V11.5',
      'Db2 | 10.5.0.6 | /opt/ibm/db2/V10.5',
      'SAP HANA | 2.00.059.13 Build 1709557712-1530 | HDP',
      'SAP HANA | 2.00.067.00 Build 1681222838-1530 | HDQ',
      'Oracle Database | 19.0.0.0.0 (Release Update 19.21.0.0.231017) | ORCL',
    ]);
    expect(databases).toContain('SQL Server | 16.0.4135.4 | Developer Edition (64-bit)');
    expect(databases).not.toContain('Oracle Database | 9.2.0.1.0');
  });

  test('without db2ls the folders of Db2 say at least the release', async () => {
    const folder = await temporaryFolder();
    await plantFiles(folder, { 'opt/ibm/db2/V11.1/x': '', 'opt/ibm/db2/tools/x': '' });
    const host: Host = { ...(await createLocalHost({ rootFolder: folder })), platform: 'linux' };
    expect(await databasesOf(host, 'database')).toEqual([
      { product: 'Db2', version: '11.1', source: '/opt/ibm/db2/V11.1' },
    ]);
  });

  test('what is closed to this user is noted', async () => {
    const folder = await temporaryFolder();
    await plantFiles(folder, { 'var/lib/postgresql/15/main/PG_VERSION': '15\n' });
    for (const path of ['', 'var', 'var/lib', 'var/lib/postgresql', 'var/lib/postgresql/15']) {
      await chmod(join(folder, path), 0o755);
    }
    await chmod(join(folder, 'var/lib/postgresql/15/main'), 0o700);
    const host: Host = { ...(await createLocalHost({ rootFolder: folder })), platform: 'linux' };
    const findings = await asNobody(() =>
      look(databaseVersions, host, { request: { problemArea: 'database' } }),
    );
    expect(findings).toEqual({
      notes: [
        {
          ...{ reason: 'permission-denied', about: '/var/lib/postgresql/15/main/PG_VERSION' },
          detail: 'EACCES',
        },
      ],
    });
  });
});

describe('Windows', () => {
  const machine = () => recordedMachine('windows-sql-server');

  test('SQL Server: both halves of the registry, the patch level before the version, else the error log', async () => {
    const databases = await databasesOf(await machine(), 'sql-server');
    expect(said(databases)).toEqual([
      'SQL Server | 15.0.4322.2 | Enterprise Edition: Core-based Licensing | MSSQLSERVER',
      'SQL Server | 13.0.6455.2 | Standard Edition (64-bit) | 备份库',
      'SQL Server | 10.50.6000.34 | Express Edition | OLD',
    ]);
    expect(databases.map(({ source }) => source)).toEqual([
      expect.stringMatching(/MSSQL15\.MSSQLSERVER\\Setup \(64-bit\)$/),
      'D:\\SQL\\Log\\ERRORLOG',
      expect.stringMatching(/WOW6432Node.*\\Setup \(32-bit\)$/),
    ]);
  });

  test('Exchange', async () => {
    expect(said(await databasesOf(await machine(), 'exchange'))).toEqual([
      'Exchange Server 2016 | 15.1.2507.7',
    ]);
  });

  test('Oracle: homes of the registry', async () => {
    expect(said(await databasesOf(await machine(), 'oracle'))).toEqual([
      'Oracle Database | 19.0.0.0.0 | ERP',
      'Oracle Client | 12.2.0.1.0',
    ]);
  });

  test('PostgreSQL, MySQL without its connectors, Db2', async () => {
    expect(said(await databasesOf(await machine(), 'database')).slice(0, 3)).toEqual([
      'PostgreSQL | 15.8-1 | postgresql-x64-15',
      'MySQL | 8.0.36 | MySQL Server 8.0',
      'Db2 | 11.5.6000 | DB2COPY1',
    ]);
  });
});

test('macOS', async () => {
  expect(said(await databasesOf(await recordedMachine('macos-client'), 'database'))).toEqual([
    'MySQL | 8.4.0 | MySQL Community Server - GPL',
  ]);
});

test('the packet keeps what the case sheet says', async () => {
  const host = await recordedMachine('windows-sql-server');
  const findings = await look(databaseVersions, host, { request: { problemArea: 'sql-server' } });
  expect(JSON.parse(textOf(findings, 'databases.json'))).toEqual(findings.facts?.databases);
});

test('a problem that concerns no database starts nothing and opens nothing', async () => {
  const never = () => Promise.reject(new Error('not asked for'));
  const host = { ...(await recordedMachine('linux-oracle-postgres')), run: never, open: never, list: never };
  const concerned: ProblemArea[] = ['oracle', 'sql-server', 'exchange', 'database'];
  for (const problemArea of ProblemAreas.options.filter((area) => !concerned.includes(area))) {
    expect(await look(databaseVersions, host, { request: { problemArea } })).toEqual({
      skipped: 'other-area',
    });
  }
});

test('a machine without the database says so', async () => {
  const host = await recordedMachine('linux-mediaagent');
  expect(await look(databaseVersions, host, { request: { problemArea: 'oracle' } })).toEqual({
    skipped: 'no-database',
  });
});
