// Version detection on this very machine, with PostgreSQL and MariaDB as Debian installs them: what the collector says
// must be what dpkg and the programs themselves say. Installs the packages when root. Runs in vitest.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { databaseVersions } from '#engine/collectors/database/database-versions.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { DatabaseFacts } from '#shared/schema/facts.ts';
import { look } from '#test/fixtures/look.ts';

const run = promisify(execFile);
const isDebian = existsSync('/usr/bin/dpkg-query');
const mayInstall = isDebian && process.getuid?.() === 0;
// A developer's machine is not asked to have database servers; CI is.
const machine = test.runIf(mayInstall || process.env.CI === 'true');

beforeAll(async () => {
  if (!mayInstall) return;
  const packages = new URL('../../../build/debian-packages.mjs', import.meta.url).href;
  const install = `import { ensureSystemPackages } from ${JSON.stringify(packages)}; await ensureSystemPackages(['databases']);`;
  await run(process.execPath, ['--input-type=module', '-e', install]);
}, 600_000);

async function printed(program: string, ...args: string[]): Promise<string> {
  return (await run(program, args)).stdout.trim();
}

async function found(product: string): Promise<DatabaseFacts[]> {
  const findings = await look(databaseVersions, await createLocalHost(), {
    request: { problemArea: 'database' },
  });
  return (findings.facts?.databases ?? []).filter((one) => one.product === product);
}

/** Installed packages whose name fits, with their versions. */
async function packagesLike(pattern: RegExp): Promise<{ name: string; version: string }[]> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own syntax
  const lines = await printed('dpkg-query', '-W', '-f=${db:Status-Abbrev} ${Package} ${Version}\n');
  return lines.split('\n').flatMap((line) => {
    const [state, name = '', version = ''] = line.split(/\s+/);
    return state === 'ii' && pattern.test(name) ? [{ name, version }] : [];
  });
}

machine('PostgreSQL: the server as dpkg knows it and as it calls itself', async () => {
  const databases = await found('PostgreSQL');
  const packages = await packagesLike(/^postgresql-\d+$/);
  expect(packages.length).toBeGreaterThan(0);
  for (const { name, version } of packages) {
    const source = `/usr/lib/postgresql/${name.replace('postgresql-', '')}/bin/postgres`;
    const one = databases.find((database) => database.source === source);
    expect(one?.version).toContain(version);
    expect(await printed(source, '--version')).toBe(`postgres (PostgreSQL) ${one?.version}`);
  }
});

machine('PostgreSQL: every cluster that Debian lists, with its major version', async () => {
  const databases = await found('PostgreSQL');
  const clusters = await printed('pg_lsclusters', '--no-header');
  for (const line of clusters.split('\n').filter((one) => one.includes('/var/lib/postgresql/'))) {
    const [version, name] = line.split(/\s+/);
    expect(databases).toContainEqual({
      ...{ product: 'PostgreSQL', version, instance: `${version}/${name}` },
      source: `/var/lib/postgresql/${version}/${name}/PG_VERSION`,
    });
  }
});

machine('MariaDB: the server as dpkg knows it and as it calls itself, once', async () => {
  const [one, ...more] = await found('MariaDB');
  expect(more).toEqual([]);
  const [installed] = await packagesLike(/^mariadb-server-core(-[\d.]+)?$/);
  const [, upstream, revision] = /^(?:\d+:)?([\d.]+)-(.+)$/.exec(installed?.version ?? '') ?? [];
  expect(one?.version).toContain(upstream);
  expect(one?.version).toContain(revision);
  expect(await printed(one?.source ?? '', '--version')).toContain(`Ver ${one?.version} `);
});
