// Conformance: renderer/mantine.css brings the styles of every part of Mantine that the built window uses; a part without
// its styles would be unstyled, and nothing else would say so. Runs in Node, reads out/.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
/** The names of Mantine's classes, as its scripts and styles both have them. */
const classes = (text: string) => new Set(text.match(/\bm_[0-9a-f]{5,8}\b/g));

test("every class of Mantine's that the window uses has its styles", () => {
  const assets = readdirSync(`${root}/out/renderer/assets`).map((name) => `out/renderer/assets/${name}`);
  const together = (ending: string) =>
    assets
      .filter((name) => name.endsWith(ending))
      .map(read)
      .join('\n');
  const styled = classes(read('node_modules/@mantine/core/styles.css'));
  const used = [...classes(together('.js'))].filter((name) => styled.has(name));
  expect(used.length).toBeGreaterThan(100);
  const brought = classes(together('.css'));
  expect(used.filter((name) => !brought.has(name))).toEqual([]);
});
