// Serves the window's page from out/renderer under casepack://window/, with a content security policy that allows the
// application's own files and nothing else. Runs in the main process.
//
// NOTE style nonce: Mantine adds <style> elements at run time. Each page load gets a fresh nonce: the policy names it,
// and the placeholder in the page is replaced by it, where the window's theme reads it and in the first screen's styles.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { ProtocolRequest, ProtocolResponse } from 'electron';
import { SCREENSHOT_PATH } from '#shared/ipc/screenshot-transfer.ts';

export const WINDOW_SCHEME = 'casepack';
export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://window`;
export const STYLE_NONCE_PLACEHOLDER = 'style-nonce-placeholder';

const mimeTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** An answer as Electron's buffer protocol takes it. */
export type PageAnswer = ProtocolResponse & { readonly statusCode: number; readonly data: Buffer };

const notFound: PageAnswer = { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') };

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
  { url, method }: Pick<ProtocolRequest, 'url' | 'method'>,
  folder: string,
  showScreenshot: (id: string) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const { protocol, host, pathname } = new URL(url);
  // Absolute before it is normalized, so that no number of `..` leads out of the folder.
  const path = normalize(decoded(pathname));
  const isOurs = `${protocol}//${host}` === WINDOW_ORIGIN && method === 'GET';
  if (isOurs && pathname.startsWith(SCREENSHOT_PATH)) {
    return showScreenshot(pathname.slice(SCREENSHOT_PATH.length));
  }
  const mimeType = mimeTypes[extname(path)];
  if (!isOurs || mimeType === undefined) return notFound;
  const data = readBuilt(join(folder, path));
  if (data === undefined) return notFound;
  const answer = {
    statusCode: 200,
    mimeType,
    charset: 'utf-8',
    headers: { 'x-content-type-options': 'nosniff' },
  };
  if (mimeType !== 'text/html') return { ...answer, data };
  const nonce = randomBytes(16).toString('base64');
  return {
    ...answer,
    headers: { ...answer.headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    data: Buffer.from(data.toString('utf8').replaceAll(STYLE_NONCE_PLACEHOLDER, nonce)),
  };
}

/** @returns an empty path for what is no text */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

/** A few small files that the user waits for: at once, not after what this process loads meanwhile. */
function readBuilt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
