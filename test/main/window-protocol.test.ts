import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, STYLE_NONCE_PLACEHOLDER, serveWindow } from '#main/window-protocol.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

async function builtPage() {
  const folder = await temporaryFolder();
  await plantFiles(folder, {
    'out/renderer/index.html': `<meta nonce="${STYLE_NONCE_PLACEHOLDER}">`,
    'out/renderer/assets/app.js': 'export {};',
    'out/main/main.js': 'secret',
    'secret.html': 'secret',
  });
  return (url: string, method = 'GET') =>
    serveWindow({ url, method }, `${folder}/out/renderer`, async (id) => ({
      statusCode: 200,
      data: Buffer.from(`picture ${id}`),
    }));
}

describe('serveWindow', () => {
  it('gives every load of the page a fresh nonce, in the page and in the policy', async () => {
    const get = await builtPage();
    const nonces = new Set<string>();
    for (const response of [
      await get('casepack://window/index.html'),
      await get('casepack://window/index.html'),
    ]) {
      const nonce = /nonce="([^"]+)"/.exec(String(response.data))?.[1] ?? '';
      expect(response.headers?.['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
    expect(nonces).not.toContain(STYLE_NONCE_PLACEHOLDER);
  });

  it('serves scripts with their type', async () => {
    const response = await (await builtPage())('casepack://window/assets/app.js');
    expect(response).toMatchObject({ statusCode: 200, mimeType: 'text/javascript', charset: 'utf-8' });
  });

  it.each([
    'casepack://elsewhere/index.html',
    'casepack://window/missing.html',
    'casepack://window/',
    'casepack://window/..%2f..%2fsecret.html',
    'casepack://window/..%2fmain%2fmain.js',
    'casepack://window/%2e%2e/main/main.js',
    'casepack://window/assets%5c..%5c..%5cmain%5cmain.js',
    'casepack://window/index.html%00.js',
    'casepack://window/%E0%A4%A.html',
  ])('does not serve %s', async (url) => {
    expect((await (await builtPage())(url)).statusCode).toBe(404);
  });

  it('answers nothing but GET', async () => {
    expect((await (await builtPage())('casepack://window/index.html', 'POST')).statusCode).toBe(404);
  });
});

describe('contentSecurityPolicy', () => {
  it('allows no inline or generated script, and no network', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
  });
});
