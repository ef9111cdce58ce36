// Two HTTP proxies that want a login, squid and tinyproxy; squid also without one. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

export const PROXY_USER = 'li';
export const PROXY_PASSWORD = 'proxy horse';

export interface Squid extends ServerProcess {
  /** What it was asked for: a line each, such as `… CONNECT host:port …`. */
  asked(): string[];
}

interface SquidOptions {
  /** Takes everybody, without a login. */
  readonly open?: boolean;
  /** Names that it knows besides the system's, in the form of /etc/hosts. */
  readonly hostsFile?: string;
}

/** @param allowedPorts that CONNECT may reach */
export async function startSquid(
  folder: string,
  allowedPorts: readonly number[],
  { open = false, hostsFile = '/etc/hosts' }: SquidOptions = {},
): Promise<Squid> {
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
    `http_access allow ${open ? 'all' : 'known'}`,
    'http_access deny all',
    'cache deny all',
    `cache_log ${join(logs, 'cache.log')}`,
    `hosts_file ${hostsFile}`,
    `access_log stdio:${join(logs, 'access.log')}`,
    'buffered_logs off',
    'shutdown_lifetime 0 seconds',
    `coredump_dir ${logs}`,
    'pinger_enable off',
  ];
  writeFileSync(join(folder, 'squid.conf'), `${lines.join('\n')}\n`);
  const server = await startServer(port, '/usr/sbin/squid', ['-N', '-f', join(folder, 'squid.conf')]);
  const asked = () => readFileSync(join(logs, 'access.log'), 'utf8').split('\n').filter(Boolean);
  return { ...server, asked };
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
