// The software bill of materials of what ships (CycloneDX 1.6, JSON) beside the packages. Plain Node.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { productManifest } from './stage-app.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Promise<string>} the file's path */
export async function writeBillOfMaterials() {
  const { version } = await productManifest();
  const file = join(root, `dist/casepack-${version}.cdx.json`);
  await mkdir(join(root, 'dist'), { recursive: true });
  const program = join(root, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js');
  const args = ['--omit', 'dev', '--spec-version', '1.6', '--output-reproducible', '--output-file', file];
  await promisify(execFile)(process.execPath, [program, ...args, join(root, 'package.json')], { cwd: root });
  return file;
}
