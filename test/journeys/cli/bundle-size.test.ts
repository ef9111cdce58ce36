// What must be loaded before anything happens stays small: the built files of each entry with all that they import at once,
// not what is loaded when it is needed. Runs in vitest.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const out = fileURLToPath(new URL('../../../out/', import.meta.url));
const KIB = 1024;

/** @returns the file and everything that it imports, directly or not. */
async function withImports(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, path = ''] of text.matchAll(
    /^(?:import|export)\b[^;\n]*?["'](\.{1,2}\/[^"']+\.js)["'];?$/gm,
  )) {
    await withImports(join(dirname(file), path), seen);
  }
  return seen;
}

async function sizeOf(files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...files].map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param entry its path in out/; of a chunk without the hash in its name */
async function builtFile(entry: string): Promise<string> {
  if (entry.includes('.')) return join(out, entry);
  const folder = join(out, dirname(entry));
  const name = (await readdir(folder)).find((one) => one.startsWith(`${basename(entry)}-`));
  return join(folder, name ?? 'no such chunk');
}

// Limits are a fifth above what was there when they were written down.
test.each([
  ['the command line, until it knows the command', 'main/cli.js', 390],
  ['the window’s main process, until the window is asked for', 'main/main.js', 17],
  ['the window’s main process, until it answers the page', 'main/chunks/desktop', 660],
  ['the thread that opens small files', 'main/chunks/opening-thread', 10],
  ['the thread that packs', 'main/chunks/packing-thread', 20],
  ['a thread that redacts', 'main/chunks/redaction-thread', 370],
  ['a thread that reads the packet back', 'main/chunks/reading-thread', 96],
  ['the bridge', 'preload/preload.cjs', 4],
])('%s: %s', async (_, entry, limitKib) => {
  const bytes = await sizeOf(await withImports(await builtFile(entry)));
  expect(bytes).toBeGreaterThan(KIB);
  expect(bytes / KIB).toBeLessThan(limitKib);
});

test('the page with its fonts and styles', async () => {
  const found = await readdir(join(out, 'renderer'), { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  expect((await sizeOf(files)) / KIB).toBeLessThan(1350);
});
