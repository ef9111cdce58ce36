// From the text after --to to a target and its URL. Runs in the engine's process.
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { folderTarget } from './folder/folder-target.ts';
import { targets } from './registry.ts';
import type { Target } from './target.ts';

export interface Destination {
  readonly url: URL;
  readonly target: Target;
}

export type DestinationTrouble =
  | 'not-a-target-url'
  | 'unknown-target-scheme'
  | 'password-in-url'
  | 'share-not-mounted';

/** How a folder's path begins: /…, \\server\…, ./…, and with a drive on Windows. */
const FOLDER = /^(?:[/\\]|\.{1,2}(?:[/\\]|$))/;
const DRIVE = /^[A-Za-z]:(?:[/\\]|$)/;
const DEVICE = /^\\\\[?.](?:\\|$)/;
const SHARE = /^(?:\\\\|file:\/\/(?!\/|localhost\/))/i;

/**
 * @param text a URL, or a folder's path
 * @param baseFolder where relative paths start
 * @returns the destination, or what is wrong with the text; nothing is looked up
 */
export function parseDestination(text: string, baseFolder: string): Destination | DestinationTrouble {
  const onWindows = process.platform === 'win32';
  // Elsewhere a share has a folder of its own once it is mounted.
  if (!onWindows && SHARE.test(text)) return 'share-not-mounted';
  const path = onWindows ? withoutLongForm(text) : text;
  if (onWindows && DEVICE.test(path)) return 'not-a-target-url';
  if (FOLDER.test(path) || (onWindows && DRIVE.test(path)))
    // "E:" alone would be the folder that the drive was left in.
    return folderAt(resolve(baseFolder, path.endsWith(':') ? `${path}${sep}` : path));
  // Before anything else, also in what is no URL: other messages repeat the text.
  if (holdsPassword(text)) return 'password-in-url';
  if (!URL.canParse(text)) return 'not-a-target-url';
  const url = new URL(text);
  if (url.protocol === 'file:') return folderOf(url);
  const target = targets.find(({ schemes }) => schemes.includes(url.protocol.slice(0, -1)));
  if (target === undefined) return 'unknown-target-scheme';
  return url.hostname === '' ? 'not-a-target-url' : { url, target };
}

/** \\?\C:\… and \\?\UNC\server\… name the same folders, in a form that URLs do not have. */
function withoutLongForm(text: string): string {
  return text.replace(/^\\\\\?\\UNC\\/i, '\\\\').replace(/^\\\\\?\\(?=[A-Za-z]:)/, '');
}

function folderAt(path: string): Destination {
  return { url: pathToFileURL(path.endsWith(sep) ? path : `${path}${sep}`), target: folderTarget };
}

/** Windows wants a drive or a server in it. */
function folderOf(url: URL): Destination | 'not-a-target-url' {
  try {
    return folderAt(fileURLToPath(url));
  } catch {
    return 'not-a-target-url';
  }
}

/** Whether a text has a password where a URL has it. */
export function holdsPassword(text: string): boolean {
  return /\/\/[^/]*:[^/]*@/.test(text);
}

/**
 * @returns the URL as receipts, history and messages show it: query and fragment may hold a signature or a token. A folder's
 * path as people write it.
 */
export function shownUrl(url: URL): string {
  if (url.protocol === 'file:') return fileURLToPath(url);
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  shown.hash = '';
  return shown.href;
}

/** Schemes that --to takes, for messages. */
export function targetSchemes(): readonly string[] {
  return targets.flatMap(({ schemes }) => schemes);
}
