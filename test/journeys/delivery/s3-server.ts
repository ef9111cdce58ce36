// An S3-compatible server over TLS, and URLs that are signed as a support site signs them. Runs in vitest.
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { PrivateAuthority } from './private-authority.ts';
import { sha256Of } from './sending.ts';
import { freePort } from './server-process.ts';

const KEY = 'S3RVER';

export interface S3Server {
  readonly port: number;
  /** SHA-256 of every file in the bucket. */
  arrived(): string[];
  stop(): Promise<void>;
}

/** @param folder a new one. @param port the same again, or a free one */
export async function startS3(folder: string, authority: PrivateAuthority, port?: number): Promise<S3Server> {
  const own = port ?? (await freePort());
  const server = new S3rver({
    port: own,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'buckets'),
    key: readFileSync(authority.keyFile),
    cert: readFileSync(authority.certificateFile),
    configureBuckets: [{ name: 'cases' }],
  });
  await server.run();
  const bucket = join(folder, 'buckets', 'cases');
  return {
    port: own,
    arrived: () =>
      readdirSync(bucket)
        .filter((name) => name.endsWith('_object'))
        .map((name) => sha256Of(join(bucket, name))),
    stop: async () => {
      await server.close();
    },
  };
}

/**
 * Signed in the query, in the version that this server checks.
 * @param part such as { partNumber: '1', uploadId }
 * @param seconds that it holds; negative where its time is over
 */
export function presigned(
  port: number,
  path: string,
  {
    method = 'PUT',
    part = {},
    secret = KEY,
    seconds = 600,
  }: { method?: string; part?: Record<string, string>; secret?: string; seconds?: number } = {},
): string {
  const expires = Math.round(Date.now() / 1000) + seconds;
  const named = Object.entries(part).map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const resource = named.length === 0 ? path : `${path}?${named.sort().join('&')}`;
  const text = `${method}\n\n\n${expires}\n${resource}`;
  const signature = createHmac('sha1', secret).update(text).digest('base64');
  const query = [
    ...named,
    `AWSAccessKeyId=${KEY}`,
    `Expires=${expires}`,
    `Signature=${encodeURIComponent(signature)}`,
  ];
  return `https://localhost:${port}${path}?${query.join('&')}`;
}

/** @returns a new upload's id, as a portal begins it. */
async function beginUpload(port: number, path: string, ca: string): Promise<string> {
  const answer = await new Promise<string>((resolve, reject) => {
    const url = presigned(port, path, { method: 'POST', part: { uploads: '' } });
    const asking = request(url, { method: 'POST', ca }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve(body));
    });
    asking.on('error', reject).end();
  });
  const [, uploadId = ''] = /<UploadId>([^<]+)</.exec(answer) ?? [];
  return uploadId;
}

/**
 * The file that a portal hands out for an upload in parts.
 * @param uploadId of an upload that was begun before; without one a new one is begun
 * @param lasting how many of the parts' URLs still hold; all, unless said otherwise
 */
export async function portalFile(
  port: number,
  path: string,
  {
    count,
    partBytes,
    ca,
    through = port,
    uploadId: given,
    lasting = count,
  }: {
    count: number;
    partBytes: number;
    ca: string;
    through?: number;
    uploadId?: string;
    lasting?: number;
  },
) {
  const uploadId = given ?? (await beginUpload(port, path, ca));
  return {
    formatVersion: 1 as const,
    kind: 's3-multipart' as const,
    partBytes,
    parts: Array.from({ length: count }, (_, at) =>
      presigned(through, path, {
        part: { partNumber: String(at + 1), uploadId },
        ...(at < lasting ? {} : { seconds: -60 }),
      }),
    ),
    completeUrl: presigned(through, path, { method: 'POST', part: { uploadId } }),
  };
}
