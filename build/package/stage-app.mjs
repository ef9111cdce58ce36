// Lays out what is packaged: the built product, a manifest without dependencies, the licences. Nothing else of the
// development tree gets into a package. Plain Node.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../ensure-built.mjs';
import { stagedFolder, windowProgram } from './builder-config.mjs';
import { thirdPartyNotices } from './notices.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Promise<{ name: string, version: string, description: string, license: string, main: string }>} */
export async function productManifest() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}

/** Builds the product if needed and fills the staging folder anew. */
export async function stageApp() {
  await ensureBuilt();
  const staged = join(root, stagedFolder);
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { recursive: true });
  await cp(join(root, 'out'), join(staged, 'out'), {
    recursive: true,
    filter: (path) => !path.endsWith('sources.sha256'),
  });
  await cp(join(root, 'LICENSE'), join(staged, 'LICENSE'));
  await writeFile(join(staged, 'THIRD-PARTY.txt'), await thirdPartyNotices());
  const { name, version, description, license, main } = await productManifest();
  const manifest = {
    name,
    productName: 'Casepack',
    // By this name Linux desktops know which menu entry a window belongs to.
    desktopName: `${windowProgram}.desktop`,
    version,
    description,
    license,
    // The builders of Linux packages want both; there is no public site and no public mailbox.
    author: { name: 'Casepack maintainers', email: 'maintainers@casepack.invalid' },
    homepage: 'https://casepack.invalid/',
    type: 'module',
    main,
  };
  await writeFile(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
