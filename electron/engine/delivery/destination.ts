// From the text after --to to a target and its URL. Runs in the engine's process.
import { targets } from './registry.ts';
import type { Target } from './target.ts';

export interface Destination {
  readonly url: URL;
  readonly target: Target;
}

export type DestinationTrouble = 'not-a-target-url' | 'unknown-target-scheme' | 'password-in-url';

/** @returns the destination, or what is wrong with the text; nothing is looked up. */
export function parseDestination(text: string): Destination | DestinationTrouble {
  // Before anything else, also in what is no URL: other messages repeat the text.
  if (holdsPassword(text)) return 'password-in-url';
  if (!URL.canParse(text)) return 'not-a-target-url';
  const url = new URL(text);
  const target = targets.find(({ schemes }) => schemes.includes(url.protocol.slice(0, -1)));
  if (target === undefined) return 'unknown-target-scheme';
  return url.hostname === '' && url.protocol !== 'file:' ? 'not-a-target-url' : { url, target };
}

/** Whether a text has a password where a URL has it. */
export function holdsPassword(text: string): boolean {
  return /\/\/[^/]*:[^/]*@/.test(text);
}

/** @returns the URL as receipts, history and messages show it: query and fragment may hold a signature or a token. */
export function shownUrl(url: URL): string {
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
