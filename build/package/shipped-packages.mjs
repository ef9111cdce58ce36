// The npm packages whose code is in the product: the lock file's entries that are not for development only. Read by the
// notices, the bill of materials and the audit. Plain Node.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} folder absolute
 * @property {string | undefined} licence as the package says it, an SPDX expression
 */

/**
 * Sorted by name. An optional package that is not installed here is left out: it is not in the bundle either.
 * @returns {Promise<ShippedPackage[]>}
 */
export async function shippedPackages() {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  /** @type {[string, { dev?: boolean, devOptional?: boolean, optional?: boolean }][]} */
  const entries = Object.entries(lock.packages);
  /** @type {ShippedPackage[]} */
  const shipped = [];
  for (const [path, entry] of entries) {
    if (path === '' || entry.dev || entry.devOptional) continue;
    const folder = join(root, path);
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined && entry.optional) continue;
    if (text === undefined) throw new Error(`${path} is in the lock file but not installed`);
    const { name, version, license, licenses } = JSON.parse(text);
    // Old packages have an object, or a list of which one may be chosen.
    const said = [license ?? licenses ?? []].flat().map((one) => one.type ?? one);
    shipped.push({ name, version, folder, licence: said.length === 0 ? undefined : said.join(' OR ') });
  }
  return shipped.sort((one, other) => (one.name < other.name ? -1 : 1));
}
