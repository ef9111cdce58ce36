// Conformance: the security page proves what it says. Every test that docs/security.md names is there, under the words it
// gives; no line of its tables goes without a proof but the one that names a version. Runs in vitest.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const file = (path: string) => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The rows of the tables whose last column is called proof. */
function rowsWithProof(page: string): string[][] {
  const rows: string[][] = [];
  let isProof = false;
  for (const line of page.split('\n')) {
    if (!line.startsWith('|')) isProof = false;
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (isProof && !/^-+$/.test(cells[0] ?? '')) rows.push(cells);
    if (cells.at(-1) === 'proof') isProof = true;
  }
  return rows;
}

it('names tests that are there, by words that are theirs', async () => {
  const rows = rowsWithProof(await file('docs/security.md'));
  expect(rows.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const row of rows) {
    const proof = row.at(-1) ?? '';
    const named = [...proof.matchAll(/`(test\/[^`]+\.test\.tsx?)`(?:: ([^`]+?))?(?=, `|$)/g)];
    if (named.length === 0 && !['the same', '`package.json`'].includes(proof))
      wrong.push(`${row[0]}: no test`);
    for (const [, path = '', titles] of named) {
      const text = await file(path).catch(() => undefined);
      if (text === undefined) wrong.push(`${path} is not there`);
      for (const title of titles?.split('; ') ?? []) {
        if (text !== undefined && !text.includes(title)) wrong.push(`${path} has no test “${title}”`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
