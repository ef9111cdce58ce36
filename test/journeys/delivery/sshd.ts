// OpenSSH's server with an account, a host key and a user key of its own. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

export interface Sshd extends ServerProcess {
  /** As the known hosts file has it. */
  readonly hostLine: string;
  /** As ssh-keygen shows it. */
  readonly fingerprint: string;
  /** Private keys that the account accepts. */
  readonly identity: string;
  readonly identityWithPassphrase: string;
}

export const PASSPHRASE = 'correct battery';

/**
 * @param folder keeps keys for the next start
 * @param port the same again, or a free one
 * @param aliveSeconds how often a client that is silent is asked whether it is there; three times unheard is gone. 0: never
 */
export async function startSshd(
  folder: string,
  account: Account,
  port?: number,
  aliveSeconds = 0,
): Promise<Sshd> {
  const file = (name: string) => join(folder, name);
  const keygen = (...args: string[]) => execFileSync('ssh-keygen', args, { encoding: 'utf8' });
  if (!existsSync(file('host_key'))) {
    keygen('-q', '-t', 'ed25519', '-N', '', '-f', file('host_key'));
    keygen('-q', '-t', 'ed25519', '-N', '', '-f', file('user_key'));
    copyFileSync(file('user_key'), file('locked_key'));
    chmodSync(file('locked_key'), 0o600);
    keygen('-q', '-p', '-P', '', '-N', PASSPHRASE, '-f', file('locked_key'));
    mkdirSync(join(account.home, '.ssh'));
    copyFileSync(file('user_key.pub'), join(account.home, '.ssh', 'authorized_keys'));
  }
  const own = port ?? (await freePort());
  const settings = [
    `ListenAddress 127.0.0.1:${own}`,
    `HostKey ${file('host_key')}`,
    `PidFile ${file('sshd.pid')}`,
    'StrictModes no',
    'UsePAM no',
    'MaxStartups 100',
    `ClientAliveInterval ${aliveSeconds}`,
    'Subsystem sftp internal-sftp',
  ];
  writeFileSync(file('sshd_config'), `${settings.join('\n')}\n`);
  const run = account.runWhereKnown('/usr/sbin/sshd', ['-D', '-e', '-f', file('sshd_config')]);
  const server = await startServer(own, ...run);
  const [type, key] = readFileSync(file('host_key.pub'), 'utf8').split(' ');
  return {
    ...server,
    hostLine: `[localhost]:${own} ${type} ${key}`,
    fingerprint: keygen('-l', '-f', file('host_key.pub')).split(' ')[1] ?? '',
    identity: readFileSync(file('user_key'), 'utf8'),
    identityWithPassphrase: readFileSync(file('locked_key'), 'utf8'),
  };
}
