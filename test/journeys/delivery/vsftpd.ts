// vsftpd with TLS on control and data connections, which insists that both are of one session. Runs in vitest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { PrivateAuthority } from './private-authority.ts';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

interface VsftpdOptions {
  /** The same again, or a free one. */
  readonly port?: number;
  /** How long it waits for the next bytes or the next command; five minutes unless said otherwise. */
  readonly idleSeconds?: number;
}

export async function startVsftpd(
  folder: string,
  account: Account,
  authority: PrivateAuthority,
  { port: given, idleSeconds = 300 }: VsftpdOptions = {},
): Promise<ServerProcess> {
  const port = given ?? (await freePort());
  const empty = join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  const settings = {
    listen: 'YES',
    listen_address: '127.0.0.1',
    listen_port: port,
    background: 'NO',
    local_enable: 'YES',
    write_enable: 'YES',
    pam_service_name: 'vsftpd',
    secure_chroot_dir: empty,
    seccomp_sandbox: 'NO',
    ssl_enable: 'YES',
    ssl_tlsv1: 'NO',
    rsa_cert_file: authority.certificateFile,
    rsa_private_key_file: authority.keyFile,
    require_ssl_reuse: 'YES',
    ssl_ciphers: 'HIGH',
    data_connection_timeout: idleSeconds,
    idle_session_timeout: idleSeconds,
  };
  const file = join(folder, 'vsftpd.conf');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  return startServer(port, ...account.runWhereKnown('/usr/sbin/vsftpd', [file]));
}
