// Part of the bundler's configuration: writes the pages first-<language>-<colour scheme>.html beside the window's index.html.
//
// NOTE first screen: nearly every start of the window shows the same screen, the empty form. Its HTML is made here, once, so
// that it is painted and takes letters before the first line of script has run; main serves such a page where it knows that the
// start shows that screen (electron/main/first-look.ts), and the script then puts the real one in its place
// (renderer/first-screen/hand-over.ts). It is replaced, not hydrated: the real one may know more, such as who the user is.
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

interface Renderer {
  renderFirstScreen(
    language: 'zh' | 'en',
    version: string,
    nonce: string,
  ): { html: string; htmlLang: string; title: string };
}

const root = fileURLToPath(new URL('..', import.meta.url));

export const firstScreenPages: Plugin = {
  name: 'first-screen-pages',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const { renderFirstScreen } = await bundledRenderer();
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const page = readFileSync(join(dir, 'index.html'), 'utf8');
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(page) ?? [];
    // A page without a first screen waits for the scripts alone.
    const scripts = Object.values(bundle).flatMap((one) =>
      one.type === 'chunk' && one.name === 'main' ? [one.fileName, ...one.imports] : [],
    );
    const preload = scripts.map((file) => `<link rel="modulepreload" crossorigin href="./${file}">`);
    writeFileSync(join(dir, 'index.html'), page.replace('</head>', `${preload.join('')}</head>`));
    for (const language of ['zh', 'en'] as const) {
      const screen = renderFirstScreen(language, version, nonce);
      const { html, rules } = withoutStyleAttributes(screen.html);
      for (const scheme of ['light', 'dark']) {
        const filled = page
          .replace(/<html [^>]*>/, `<html lang="${screen.htmlLang}" data-mantine-color-scheme="${scheme}">`)
          .replace(/<title>.*<\/title>/, `<title>${screen.title}</title>`)
          .replace('</head>', () => `<style nonce="${nonce}">${rules}</style></head>`)
          .replace('<div id="root">', () => `<div id="first-screen">${html}</div><div id="root">`);
        writeFileSync(join(dir, `first-${language}-${scheme}.html`), filled);
      }
    }
  },
};

/** By the same rules as the window itself, so that both have the same names of classes. */
async function bundledRenderer(): Promise<Renderer> {
  const folder = await mkdtemp(join(root, 'node_modules/.first-screen-'));
  try {
    await build({
      root: join(root, 'renderer'),
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ssr: join(root, 'renderer/first-screen/render-first-screen.tsx'),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'render.mjs' } },
      },
      ssr: { noExternal: true },
    });
    return await import(pathToFileURL(join(folder, 'render.mjs')).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The page's security policy allows no style attributes: each becomes a rule. The heading has the focus, as it will have. */
function withoutStyleAttributes(markup: string): { html: string; rules: string } {
  const styles: string[] = [];
  const html = markup
    .replace(/ style="([^"]*)"/g, (_attribute, style: string) => {
      const index = styles.includes(style) ? styles.indexOf(style) : styles.push(style) - 1;
      return ` data-look="${index}"`;
    })
    .replace('<h1 ', '<h1 autofocus ');
  return {
    html,
    rules: styles.map((style, index) => `#first-screen [data-look="${index}"]{${decoded(style)}}`).join(''),
  };
}

function decoded(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
