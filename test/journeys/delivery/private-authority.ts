// A certificate authority of one's own and a certificate for localhost, made by openssl. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PrivateAuthority {
  /** The authority's certificate. */
  readonly caFile: string;
  readonly ca: string;
  /** For localhost and 127.0.0.1. */
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** @param names of the certificate, as openssl's subjectAltName has them */
export function createAuthority(
  folder: string,
  names = 'DNS:localhost,IP:127.0.0.1',
  days = '30',
): PrivateAuthority {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const newKey = ['-newkey', 'rsa:2048', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-days', '30', '-subj', '/CN=Casepack test authority'],
    ...['-keyout', file('ca.key'), '-out', file('ca.pem')],
  );
  openssl(
    'req',
    ...newKey,
    '-subj',
    '/CN=localhost',
    '-keyout',
    file('server.key'),
    '-out',
    file('server.csr'),
  );
  writeFileSync(file('names.cnf'), `subjectAltName=${names}\n`);
  openssl(
    ...['x509', '-req', '-in', file('server.csr'), '-CA', file('ca.pem'), '-CAkey', file('ca.key')],
    ...['-CAcreateserial', '-days', days, '-extfile', file('names.cnf'), '-out', file('server.pem')],
  );
  return {
    caFile: file('ca.pem'),
    ca: readFileSync(file('ca.pem'), 'utf8'),
    certificateFile: file('server.pem'),
    keyFile: file('server.key'),
  };
}
