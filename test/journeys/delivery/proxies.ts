// Two HTTP proxies that want a login: squid and tinyproxy. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

export const PROXY_USER = 'li';
export const PROXY_PASSWORD = 'proxy horse';

/** @param allowedPorts that CONNECT may reach */
export async function startSquid(folder: string, allowedPorts: readonly number[]): Promise<ServerProcess> {
  const port = await freePort();
  chmodSync(folder, 0o755);
  const logs = join(folder, 'squid');
  mkdirSync(logs, { recursive: true });
  chmodSync(logs, 0o777);
  const hash = execFileSync('openssl', ['passwd', '-apr1', PROXY_PASSWORD], { encoding: 'utf8' });
  writeFileSync(join(folder, 'squid.users'), `${PROXY_USER}:${hash}`);
  const lines = [
    `http_port 127.0.0.1:${port}`,
    `pid_filename ${join(logs, 'pid')}`,
    `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${join(folder, 'squid.users')}`,
    'auth_param basic realm cases',
    'acl known proxy_auth REQUIRED',
    `acl allowed port ${allowedPorts.join(' ')}`,
    'http_access deny !allowed',
    'http_access allow known',
    'http_access deny all',
    'cache deny all',
    `cache_log ${join(logs, 'cache.log')}`,
    'access_log none',
    'shutdown_lifetime 0 seconds',
    `coredump_dir ${logs}`,
    'pinger_enable off',
  ];
  writeFileSync(join(folder, 'squid.conf'), `${lines.join('\n')}\n`);
  return startServer(port, '/usr/sbin/squid', ['-N', '-f', join(folder, 'squid.conf')]);
}

export async function startTinyproxy(folder: string): Promise<ServerProcess> {
  const port = await freePort();
  // Its configuration takes no blanks in a password.
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'LogLevel Critical',
    `PidFile "${join(folder, 'tinyproxy.pid')}"`,
    `BasicAuth ${PROXY_USER} ${PROXY_PASSWORD.replace(' ', '-')}`,
  ];
  writeFileSync(join(folder, 'tinyproxy.conf'), `${lines.join('\n')}\n`);
  return startServer(port, '/usr/bin/tinyproxy', ['-d', '-c', join(folder, 'tinyproxy.conf')]);
}
