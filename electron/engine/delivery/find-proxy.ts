// Which proxy leads to a target: a given one, or the one that the environment names. Runs in the engine's process.
import { basicCredentials } from './http/authorization.ts';
import { bareHost, type FindProxy, type HttpProxy } from './open-connection.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** @param password for a user named in the URL, where the URL itself has none */
export function fixedProxy(url: URL, password: string | undefined): FindProxy {
  const proxy = proxyOf(url, password);
  return async () => proxy;
}

/**
 * HTTPS_PROXY for targets on HTTPS, else ALL_PROXY, in capitals or not; NO_PROXY lists hosts, domains and addresses that are
 * reached straight. Proxies that are not HTTP ones are passed over.
 */
export function environmentProxy(env: Environment): FindProxy {
  const named = (name: string) => env[name.toLowerCase()] || env[name] || '';
  return async (target) => {
    if (isExcepted(target, named('NO_PROXY'))) return undefined;
    const overHttp = target.protocol.endsWith('https:');
    const text = (overHttp && named('HTTPS_PROXY')) || named('ALL_PROXY');
    const withScheme = text === '' || text.includes('://') ? text : `http://${text}`;
    if (!URL.canParse(withScheme)) return undefined;
    const url = new URL(withScheme);
    return /^https?:$/.test(url.protocol) ? proxyOf(url, env.CASEPACK_PROXY_PASSWORD) : undefined;
  };
}

function proxyOf(url: URL, givenPassword: string | undefined): HttpProxy {
  const bare = new URL(url.origin);
  if (url.username === '') return { url: bare };
  const password = url.password === '' ? (givenPassword ?? '') : decodeURIComponent(url.password);
  const credentials = basicCredentials(decodeURIComponent(url.username), password);
  return { url: bare, authorization: `Basic ${credentials}` };
}

/** An entry is a host, a domain with all below it, either with a port, or `*`. */
function isExcepted({ hostname, port }: URL, list: string): boolean {
  const host = bareHost(hostname).toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', entryPort] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
      const isAddress = name.includes(':') || entry === host;
      if (entry === host) return true;
      if (entryPort !== undefined && !isAddress && entryPort !== port) return false;
      const domain = name.replace(/^\*?\./, '');
      return host === domain || host.endsWith(`.${domain}`);
    });
}
