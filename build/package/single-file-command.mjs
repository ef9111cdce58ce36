// The command line as one file for servers that have Node and nothing else: dist/casepack-cli-<version>.mjs. Plain Node.
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { productManifest } from './stage-app.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What CommonJS packages inside the file expect to find. */
const head = `#!/usr/bin/env node
import { fileURLToPath as pathOfThisFile } from 'node:url';
import { dirname as folderOfPath } from 'node:path';
const __filename = pathOfThisFile(import.meta.url);
const __dirname = folderOfPath(__filename);`;

/** @returns {Promise<string>} the file's path */
export async function makeSingleFileCommand() {
  const { version } = await productManifest();
  const made = join(root, 'dist/single-file');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Compiled helpers that ssh2 looks for and does without.
    ssr: { noExternal: true, external: ['cpu-features'] },
    build: {
      ssr: join(root, 'electron/cli/cli.ts'),
      target: 'node20.18',
      outDir: made,
      emptyOutDir: true,
      rolldownOptions: {
        external: ['cpu-features', /\.node$/],
        output: { entryFileNames: 'cli.mjs', codeSplitting: false, banner: head },
      },
    },
  });
  await mkdir(join(root, 'dist'), { recursive: true });
  const file = join(root, `dist/casepack-cli-${version}.mjs`);
  await copyFile(join(made, 'cli.mjs'), file);
  await rm(made, { recursive: true, force: true });
  await chmod(file, 0o755);
  return file;
}
