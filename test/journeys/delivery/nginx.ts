// nginx with WebDAV's PUT over TLS, and places that refuse in every way. Runs in vitest.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrivateAuthority } from './private-authority.ts';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

export interface Nginx extends ServerProcess {
  /** What is uploaded to /dav/ lies here in dav/. */
  readonly root: string;
}

interface NginxOptions {
  /** What lies behind /abrupt/, where nginx closes at once when it has answered, and /lingering/. */
  readonly servicePort?: number | undefined;
  /** The same again, or a free one. */
  readonly port?: number;
  /** How long it waits for the next bytes of a body; a minute unless said otherwise. */
  readonly bodySeconds?: number;
}

/** @param folder a new one, or that of the last start */
export async function startNginx(
  folder: string,
  authority: PrivateAuthority,
  { servicePort, port, bodySeconds = 60 }: NginxOptions = {},
): Promise<Nginx> {
  const root = join(folder, 'files');
  for (const name of ['files/dav', 'files/auth', 'files/small', 'temp'])
    mkdirSync(join(folder, name), { recursive: true });
  const password = execFileSync('openssl', ['passwd', '-apr1', 'right horse'], { encoding: 'utf8' });
  writeFileSync(join(folder, 'users'), `li:${password}`);
  const own = port ?? (await freePort());
  const service = `proxy_pass http://127.0.0.1:${servicePort}; proxy_request_buffering off; proxy_http_version 1.1; proxy_set_header Connection "";`;
  const temp = (name: string) => `${name}_temp_path ${join(folder, 'temp', name)};`;
  const text = `
    daemon off; user root; worker_processes 1; pid ${join(folder, 'pid')}; error_log stderr;
    events { worker_connections 64; }
    http {
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(temp).join('\n')}
      server {
        listen 127.0.0.1:${own} ssl;
        ssl_certificate ${authority.certificateFile};
        ssl_certificate_key ${authority.keyFile};
        root ${root};
        client_max_body_size 0;
        client_body_timeout ${bodySeconds}s;
        dav_methods PUT DELETE;
        location /auth/ { auth_basic cases; auth_basic_user_file ${join(folder, 'users')}; }
        location /small/ { client_max_body_size 1k; }
        ${servicePort === undefined ? '' : `location /abrupt/ { ${service} lingering_close off; }\nlocation /lingering/ { ${service} }`}
        location /gone/ { return 404; }
        location /forbidden/ { return 403; }
        location /error/ { return 500 "disk array <b>offline</b>"; }
        location /full/ { return 507; }
        location /busy/ { add_header Retry-After 1 always; return 503; }
        location /quoting/ { return 400 "you sent $http_authorization and $args"; }
        location /form/ { if ($content_type !~ "^multipart/form-data; boundary=") { return 415; } return 201; }
      }
    }`;
  writeFileSync(join(folder, 'nginx.conf'), text);
  const server = await startServer(own, '/usr/sbin/nginx', [
    '-c',
    join(folder, 'nginx.conf'),
    '-e',
    'stderr',
  ]);
  return { ...server, root };
}
