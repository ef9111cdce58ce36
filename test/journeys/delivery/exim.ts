// Exim with submission under TLS and a login, delivering every message into a folder. Needs root. Runs in vitest.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, USER } from './account.ts';
import type { PrivateAuthority } from './private-authority.ts';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

export interface Exim extends ServerProcess {
  /** For smtps:, with TLS from the first byte; `port` is for STARTTLS. */
  readonly tlsPort: number;
  /** Where messages lie, a file each. */
  readonly inbox: string;
}

export const MAIL_USER = 'li@acme.example';
export const MAIL_PASSWORD = 'mail horse';

/** @param maxSize of a message, such as 4M */
export async function startExim(
  folder: string,
  account: Account,
  authority: PrivateAuthority,
  maxSize: string,
): Promise<Exim> {
  const [port, tlsPort] = [await freePort(), await freePort()];
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  chmodSync(logs, 0o777); // it writes them without root's rights, too
  const inbox = join(account.home, 'mail');
  mkdirSync(inbox);
  account.own(inbox);
  chmodSync(authority.keyFile, 0o644); // it reads the key without root's rights
  const text = `
primary_hostname = localhost
spool_directory = ${join(folder, 'spool')}
log_file_path = ${join(logs, '%slog')}
pid_file_path = ${join(folder, 'exim.pid')}
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port} : ${tlsPort}
tls_on_connect_ports = ${tlsPort}
tls_advertise_hosts = *
tls_certificate = ${authority.certificateFile}
tls_privatekey = ${authority.keyFile}
message_size_limit = ${maxSize}
host_lookup =
acl_smtp_rcpt = only_known
keep_environment =
begin acl
only_known:
  accept authenticated = *
  deny message = log in first
begin routers
all:
  driver = accept
  transport = keep
begin transports
keep:
  driver = appendfile
  directory = ${inbox}
  maildir_format
  user = ${USER}
  group = ${USER}
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_advertise_condition = \${if def:tls_in_cipher}
  server_condition = \${if and{{eq{$auth2}{${MAIL_USER}}}{eq{$auth3}{${MAIL_PASSWORD}}}}}
  server_set_id = $auth2
`;
  const file = join(folder, 'exim.conf');
  writeFileSync(file, text);
  // It trusts only the settings in its own folder.
  const script =
    'mount -t tmpfs tmpfs /etc/exim4 && cp "$1" /etc/exim4/exim4.conf && exec /usr/sbin/exim4 -bdf';
  const server = await startServer(port, ...account.runWhereKnown('sh', ['-c', script, 'sh', file]));
  return { ...server, tlsPort, inbox: join(inbox, 'new') };
}
