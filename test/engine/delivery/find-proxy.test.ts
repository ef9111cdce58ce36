// Which proxy the environment names for which target.
import { expect, test } from 'vitest';
import { environmentProxy } from '#engine/delivery/find-proxy.ts';

const find = async (env: Record<string, string>, target: string) => {
  const proxy = await environmentProxy(env)(new URL(target));
  return proxy === undefined ? undefined : proxy.url.href;
};
const HTTPS_PROXY = 'http://secure:3128';
const ALL_PROXY = 'http://all:3128';

test.each([
  [{ HTTPS_PROXY }, 'https://host/', 'http://secure:3128/'],
  [{ HTTPS_PROXY }, 'tus+https://host/', 'http://secure:3128/'],
  [{ HTTPS_PROXY }, 'sftp://host/', undefined],
  [{ ALL_PROXY }, 'sftp://host/', 'http://all:3128/'],
  [{ HTTPS_PROXY, ALL_PROXY }, 'https://host/', 'http://secure:3128/'],
  [{ HTTPS_PROXY: 'http://capitals:1', https_proxy: 'http://small:1' }, 'https://host/', 'http://small:1/'],
  [{ HTTPS_PROXY: 'bare:3128' }, 'https://host/', 'http://bare:3128/'],
  [{ HTTPS_PROXY: 'socks5://socks:1080' }, 'https://host/', undefined],
  [{ HTTPS_PROXY, NO_PROXY: 'host' }, 'https://host/', undefined],
  [{ HTTPS_PROXY, NO_PROXY: 'other, .example.com' }, 'https://files.example.com/', undefined],
  [{ HTTPS_PROXY, NO_PROXY: 'example.com' }, 'https://notexample.com/', 'http://secure:3128/'],
  [{ HTTPS_PROXY, NO_PROXY: 'host:8443' }, 'https://host:8443/', undefined],
  [{ HTTPS_PROXY, NO_PROXY: 'host:8443' }, 'https://host:9443/', 'http://secure:3128/'],
  [{ HTTPS_PROXY, NO_PROXY: '[::1]' }, 'https://[::1]/', undefined],
  [{ HTTPS_PROXY, NO_PROXY: '*' }, 'https://host/', undefined],
])('%j, %s: %s', async (env, target, proxy) => {
  expect(await find(env as Record<string, string>, target)).toBe(proxy);
});

test('user and password of the proxy leave its address and become its authorization', async () => {
  const env = { HTTPS_PROXY: 'http://li:p%40ss@proxy:3128' };
  expect(await environmentProxy(env)(new URL('https://host/'))).toMatchObject({
    url: { username: '', password: '' },
    authorization: `Basic ${Buffer.from('li:p@ss').toString('base64')}`,
  });
});
