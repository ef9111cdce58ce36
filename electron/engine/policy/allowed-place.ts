// Whether a destination lies under one of the beginnings that a policy allows. Runs in the engine's process.
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDestination } from '../delivery/destination.ts';

/** @param url of a destination. @param places scheme://, a server, a path on it, or a folder's path */
export function isAllowedPlace(url: URL, places: readonly string[]): boolean {
  return places.some((place) => liesUnder(url, place));
}

function liesUnder(url: URL, place: string): boolean {
  const [, scheme] = /^([a-z0-9+]+):\/\/$/.exec(place) ?? [];
  if (scheme !== undefined) return url.protocol === `${scheme}:`;
  // As --to is read, so that both are compared in the same form.
  const allowed = parseDestination(place, sep);
  if (typeof allowed === 'string' || allowed.url.protocol !== url.protocol) return false;
  return url.protocol === 'file:' ? isInFolder(url, allowed.url) : isOnServer(url, allowed.url);
}

function isInFolder(url: URL, folder: URL): boolean {
  const way = relative(fileURLToPath(folder), fileURLToPath(url));
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[A-Za-z]:|[\\/])/.test(way);
}

function isOnServer(url: URL, server: URL): boolean {
  const isSame = (part: 'hostname' | 'port') => url[part].toLowerCase() === server[part].toLowerCase();
  if (!isSame('hostname') || !isSame('port')) return false;
  if (server.username !== '' && server.username !== url.username) return false;
  const [path, folder] = [plainPath(url), plainPath(server)];
  if (path === undefined || folder === undefined) return false;
  const inside = folder.endsWith('/') ? folder : `${folder}/`;
  return path === folder || path.startsWith(inside) || `${path}/` === inside;
}

/** @returns the path as servers take it, or undefined where it climbs: hidden in %2F, dots pass the URL's own rules. */
function plainPath({ pathname }: URL): string | undefined {
  const path = decodeURIComponent(pathname) || '/';
  return path.split(/[/\\]/).includes('..') ? undefined : path;
}
