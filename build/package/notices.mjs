// THIRD-PARTY.txt: name, licence and licence text of every package in the product. A licence that nobody has agreed to
// ends it with an error, so that none gets into a package unnoticed. Started directly (`npm run notices`) it writes
// dist/THIRD-PARTY.txt. Plain Node.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStartedDirectly, runReportingProblems, SetupProblem } from '../setup-problem.mjs';
import { shippedPackages } from './shipped-packages.mjs';

const distFolder = fileURLToPath(new URL('../../dist', import.meta.url));

/** Licences that ask for their text in the package and for nothing else. */
const agreedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]);

/** Packages that say their licence in their README only, with what it says there. */
const licencesFromReadme = new Map([['combine-errors', 'MIT']]);

/**
 * @param {string} expression SPDX: one of several joined by OR must be agreed, or all joined by AND
 */
export function isAgreedLicence(expression) {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(/\s+OR\s+|\|/)
    .some((choice) => choice.split(/\s+AND\s+/).every((part) => agreedLicences.has(part.trim())));
}

/** @returns {Promise<string>} the text; a SetupProblem names every package whose licence is not agreed. */
export async function thirdPartyNotices() {
  const packages = await shippedPackages();
  /** @type {string[]} */
  const refused = [];
  const parts = [
    'Casepack contains the following packages. Electron and Chromium bring their own licence files.\n',
  ];
  for (const { name, version, folder, licence: said } of packages) {
    const licence = said ?? licencesFromReadme.get(name);
    if (licence === undefined || !isAgreedLicence(licence)) {
      refused.push(`${name}@${version}: ${licence ?? 'no licence given'}`);
      continue;
    }
    const text = await licenceTexts(folder);
    parts.push(`${'='.repeat(80)}\n${name} ${version}\nLicence: ${licence}\n\n${text}`);
  }
  if (refused.length > 0) {
    throw new SetupProblem(
      `Licences that nobody has agreed to (see agreedLicences in build/package/notices.mjs):\n${refused.join('\n')}`,
    );
  }
  return parts.join('\n');
}

/**
 * Licence and notice files of a package; where it ships none, a line that says so.
 * @param {string} folder
 */
async function licenceTexts(folder) {
  const names = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)\b/i.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  const text = texts.filter((one) => one.trim() !== '').join('\n');
  return text === '' ? '(The package contains no licence text of its own.)\n' : `${text.trimEnd()}\n`;
}

if (isStartedDirectly(import.meta.url)) {
  await runReportingProblems(async () => {
    await mkdir(distFolder, { recursive: true });
    const path = join(distFolder, 'THIRD-PARTY.txt');
    await writeFile(path, await thirdPartyNotices());
    console.log(path);
  });
}
