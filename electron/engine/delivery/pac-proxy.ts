// The system's answer on which proxy leads to a target, as Chromium gives it (PROXY host:port; DIRECT), turned into a way
// to connect. Runs in the engine's process.
import { fixedProxy } from './find-proxy.ts';
import type { FindProxy } from './open-connection.ts';

/** @param answer entries in order of preference; the first that can be used holds, SOCKS proxies cannot */
export function pacProxy(answer: string): FindProxy {
  for (const entry of answer.split(';')) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/);
    if (kind === 'DIRECT') break;
    const scheme = kind === 'PROXY' ? 'http' : kind === 'HTTPS' ? 'https' : undefined;
    const url = `${scheme}://${address}`;
    if (scheme !== undefined && URL.canParse(url)) return fixedProxy(new URL(url), undefined);
  }
  return async () => undefined;
}
