// Bundler configuration: turns electron/ and renderer/ into out/. Read by `electron-vite build`.
//
// Everything the product imports is bundled, so that out/ runs without node_modules; only Electron and
// Node's own modules stay outside. One entry per process:
//   out/main/main.js            the window's main process          (ESM)
//   out/main/engine-process.js  the engine in Electron's utilityProcess (ESM)
//   out/main/cli.js             the command line, plain Node       (ESM)
//   out/main/engine-thread.js   what threads of the last two begin with (ESM)
//   out/preload/preload.cjs     the bridge; a sandboxed preload must be one CommonJS file
//   out/renderer/index.html     the window's page
//   out/renderer/first-*.html   the same with its first screen ready made
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { firstScreenPages } from './first-screen-pages.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

// The oldest runtimes that must work: Node 20.19 for the command line, Chromium 130 (Electron 33) in the tests.
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

const CHINESE_TEXTS = 'texts-zh';

/**
 * Chromium keeps, hashes and reads a script with one Chinese character or dash in it as two bytes a letter, all of it, at each
 * start: such characters are written as escapes. The Chinese texts are a script of their own and stay as they are.
 */
const oneByteScripts: Plugin = {
  name: 'one-byte-scripts',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name === CHINESE_TEXTS) continue;
      chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        // Compiled helpers that ssh2 looks for and does without: our installation runs no build scripts.
        external: ['cpu-features', /\.node$/],
        input: {
          main: fromRoot('electron/main/main.ts'),
          'engine-process': fromRoot('electron/main/engine-process.ts'),
          cli: fromRoot('electron/cli/cli.ts'),
          'engine-thread': fromRoot('electron/engine/engine-thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: fromRoot('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react(), oneByteScripts, firstScreenPages],
    build: {
      target: chromiumTarget,
      minify: true,
      sourcemap: false,
      // Assets stay files: the content security policy knows no data: URLs for fonts, styles and scripts.
      assetsInlineLimit: 0,
      // All styles with the page: its first screen is painted before the scripts are there.
      cssCodeSplit: false,
      rolldownOptions: {
        input: fromRoot('renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              { name: CHINESE_TEXTS, test: /shared[\\/]i18n[\\/]zh/ },
              // Told to do without generated code before the first schema is made: in a script of its own it is run first.
              { name: 'zod', test: /node_modules[\\/]zod[\\/]|without-generated-code/ },
            ],
          },
        },
      },
    },
  },
});
