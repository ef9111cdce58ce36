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
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

// The oldest runtimes that must work: Node 20.19 for the command line, Chromium 130 (Electron 33) in the tests.
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

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
    plugins: [react()],
    build: {
      target: chromiumTarget,
      minify: true,
      sourcemap: false,
      // Assets stay files: the content security policy knows no data: URLs for fonts, styles and scripts.
      assetsInlineLimit: 0,
      rolldownOptions: { input: fromRoot('renderer/index.html') },
    },
  },
});
