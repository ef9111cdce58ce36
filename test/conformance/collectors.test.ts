// Conformance: every collector of the registry has the shape that others rely on, and can only read. Runs in vitest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf } from '#engine/collectors/collector-folder.ts';
import { collectors } from '#engine/collectors/registry.ts';
import { safeEntryName } from '#engine/packet/entry-names.ts';
import { Platform } from '#shared/schema/facts.ts';

const folder = fileURLToPath(new URL('../../electron/engine/collectors/', import.meta.url));

/** Functions of node:fs that change something, and modules that could. */
const CHANGES =
  /\b(writeFile|appendFile|createWriteStream|rename|unlink|rmdir|rm|mkdir|mkdtemp|chmod|chown|utimes|truncate|symlink|copyFile|cp)(Sync)?\s*\(/;
const MODULES =
  /from '(node:)?(fs|fs\/promises|child_process|net|http|https|dgram|worker_threads)'|\bimport\(|\brequire\(/;

/** Arguments that make a program change something: a media changer that moves, a service that stops. */
const MOVES =
  /\[[^\]]*'(load|unload|transfer|eject|inventory|rewind|stop|start|restart|kill|delete|format)'[^\]]*\]/;

describe.each(collectors.map((collector) => [collector.id, collector] as const))('%s', (id, collector) => {
  test('is named area.thing', () => expect(id).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/));

  test('says where it runs, and within what time', () => {
    expect(collector.platforms.length).toBeGreaterThan(0);
    expect(new Set(collector.platforms).size).toBe(collector.platforms.length);
    for (const platform of collector.platforms) expect(Platform.options).toContain(platform);
    expect(collector.timeoutMs).toBeGreaterThan(0);
    expect(collector.timeoutMs).toBeLessThanOrEqual(10 * 60_000);
  });

  test('has a folder of its own in the packet, which needs no repair', () => {
    const own = folderOf(collector);
    expect(safeEntryName(own)).toBe(own);
    expect(collectors.filter((other) => folderOf(other) === own)).toHaveLength(1);
  });
});

test('no two share an id, without regard to case', () => {
  const ids = collectors.map(({ id }) => id.toLowerCase());
  expect(new Set(ids).size).toBe(ids.length);
});

describe('collectors only read', () => {
  const sources = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'));

  test('the sources are found', () => expect(sources.length).toBeGreaterThan(collectors.length));

  test.each(sources)('%s', (path) => {
    const code = readFileSync(join(folder, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(CHANGES);
    expect(code).not.toMatch(MODULES);
    expect(code).not.toMatch(MOVES);
  });
});
