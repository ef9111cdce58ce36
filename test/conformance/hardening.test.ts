// What no file of the product may use, because each is a way in: looked for in every source by name. Runs in vitest.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function sources(): Promise<{ path: string; text: string }[]> {
  const paths = (
    await Promise.all(
      ['electron', 'renderer'].map(async (zone) =>
        (await readdir(join(root, zone), { recursive: true })).map((path) => join(zone, path)),
      ),
    )
  )
    .flat()
    .filter((path) => /\.tsx?$/.test(path));
  return Promise.all(
    paths.map(async (path) => ({ path, text: withoutComments(await readFile(join(root, path), 'utf8')) })),
  );
}

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

it.each([
  ['opens addresses in other programs', /\bopenExternal\b/],
  ['makes elements of text', /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\s*=|\binsertAdjacentHTML\b/],
  ['makes code of text', /\bnew Function\b|(?<![.\w])eval\s*\(|\bexecuteJavaScript\b/],
  ['runs a shell', /\bshell:\s*true\b|(?<![.\w])exec\s*\(|\bexecSync\b/],
  [
    'switches a protection of the window off',
    /\bnodeIntegration\w*:\s*true|\b(?:webSecurity|sandbox|contextIsolation):\s*false/,
  ],
  [
    'trusts any certificate',
    /\brejectUnauthorized:\s*false|\bNODE_TLS_REJECT_UNAUTHORIZED\b|\bsetCertificateVerifyProc\b/,
  ],
])('no file %s', async (_what, pattern) => {
  const found = (await sources()).filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});
