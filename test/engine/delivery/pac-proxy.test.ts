import { expect, test } from 'vitest';
import { pacProxy } from '#engine/delivery/pac-proxy.ts';

const target = new URL('https://vendor.example/in/');
const found = async (answer: string) => (await pacProxy(answer)(target))?.url.href;

test.each([
  ['DIRECT', undefined],
  ['', undefined],
  ['PROXY proxy.bank.example:8080; DIRECT', 'http://proxy.bank.example:8080/'],
  ['HTTPS proxy.bank.example:443', 'https://proxy.bank.example/'],
  ['SOCKS5 127.0.0.1:1080; PROXY [::1]:3128', 'http://[::1]:3128/'],
  ['SOCKS 127.0.0.1:1080', undefined],
  ['DIRECT; PROXY proxy.bank.example:8080', undefined],
])('%s', async (answer, proxy) => {
  expect(await found(answer)).toBe(proxy);
});
