// Serves the window's page from out/renderer under casepack://window/, with a content security policy that allows the
// application's own files and nothing else. Runs in the main process.
//
// NOTE style nonce: Mantine adds <style> elements at run time. Each page load gets a fresh nonce: the policy names it,
// and the placeholder in renderer/index.html is replaced by it, where the window's theme reads it.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { SCREENSHOT_PATH } from '#shared/ipc/screenshot-transfer.ts';

export const WINDOW_SCHEME = 'casepack';
export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://window`;
export const STYLE_NONCE_PLACEHOLDER = 'style-nonce-placeholder';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** @returns the policy of one page load */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Answers one request of the window.
 * @param folder the built page's folder, out/renderer
 * @param showScreenshot answers for a picture that the user picked
 */
export async function serveWindow(
  request: Request,
  folder: string,
  showScreenshot: (id: string) => Promise<Response>,
): Promise<Response> {
  const { protocol, host, pathname } = new URL(request.url);
  // Absolute before it is normalized, so that no number of `..` leads out of the folder.
  const path = normalize(decodeURIComponent(pathname));
  const isOurs = `${protocol}//${host}` === WINDOW_ORIGIN && request.method === 'GET';
  if (isOurs && pathname.startsWith(SCREENSHOT_PATH)) {
    return showScreenshot(pathname.slice(SCREENSHOT_PATH.length));
  }
  const contentType = contentTypes[extname(path)];
  if (!isOurs || contentType === undefined) {
    return new Response('not found', { status: 404 });
  }
  const body = await readFile(join(folder, path)).catch(() => undefined);
  if (body === undefined) return new Response('not found', { status: 404 });
  const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' };
  if (extname(path) !== '.html') return new Response(new Uint8Array(body), { headers });
  const nonce = randomBytes(16).toString('base64');
  return new Response(body.toString('utf8').replace(STYLE_NONCE_PLACEHOLDER, nonce), {
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
  });
}
