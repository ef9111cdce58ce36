// Single values of `deliver`: --to, --proxy, --retries. Runs in the command line's process.
import {
  type Destination,
  holdsPassword,
  parseDestination,
  targetSchemes,
} from '#engine/delivery/destination.ts';
import { environmentProxy, fixedProxy } from '#engine/delivery/find-proxy.ts';
import type { FindProxy } from '#engine/delivery/open-connection.ts';
import { type Parsed, parsed, refused } from './given.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** --to */
export function parseTarget(text: string, baseFolder: string): Parsed<Destination> {
  const destination = parseDestination(text, baseFolder);
  if (typeof destination !== 'string') return parsed(destination);
  const schemes = targetSchemes().map((scheme) => `${scheme}://`);
  return refused(destination, schemes.join(', '));
}

/** --proxy */
export function parseProxy(text: string, env: Environment): Parsed<FindProxy> {
  if (text === 'auto') return parsed(environmentProxy(env));
  if (text === 'none') return parsed(async () => undefined);
  if (holdsPassword(text)) return refused('password-in-proxy');
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return refused('not-a-proxy');
  return parsed(fixedProxy(new URL(text), env.CASEPACK_PROXY_PASSWORD));
}

/** --retries */
export function parseRetries(text: string): Parsed<number> {
  return /^\d{1,2}$|^100$/.test(text) ? parsed(Number(text)) : refused('not-a-count');
}
