// Presigned uploads to an S3-compatible server over TLS; the test signs as a support site would.
import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { startRelay } from './relay.ts';
import { createSender, delivered, PACKET_NAME, problemOf, sha256Of } from './sending.ts';
import { freePort } from './server-process.ts';

const KEY = 'S3RVER';
const MEGABYTE = 1024 ** 2;

let folder: string;
let authority: PrivateAuthority;
let server: S3rver;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-s3-'));
  authority = createAuthority(folder);
  port = await freePort();
  server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'buckets'),
    key: readFileSync(authority.keyFile),
    cert: readFileSync(authority.certificateFile),
    configureBuckets: [{ name: 'cases' }],
  });
  await server.run();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Signed in the query, in the version that this server checks. */
function presigned(path: string, secret = KEY, to = port): string {
  const expires = Math.round(Date.now() / 1000) + 600;
  const signature = createHmac('sha1', secret).update(`PUT\n\n\n${expires}\n${path}`).digest('base64');
  const query = `AWSAccessKeyId=${KEY}&Expires=${expires}&Signature=${encodeURIComponent(signature)}`;
  return `s3+https://localhost:${to}${path}?${query}`;
}

const arrived = () => {
  const stored = readdirSync(join(folder, 'buckets', 'cases')).filter((name) => name.endsWith('_object'));
  return stored.map((name) => sha256Of(join(folder, 'buckets', 'cases', name)));
};

test('a presigned PUT arrives, its ETag compared; the signature is kept nowhere', async () => {
  const sender = await createSender();
  const { receipt } = delivered(
    await sender.send(presigned(`/cases/${PACKET_NAME}`), { access: { ca: authority.ca } }),
  );
  expect(receipt).toMatchObject({
    verified: 'hash',
    target: `s3+https://localhost:${port}/cases/${PACKET_NAME}`,
  });
  expect(arrived()).toEqual([sender.sha256]);
  const written = readFileSync(sender.packetPath.replace('.zip', '.receipt.json'), 'utf8');
  const history = readFileSync(join(sender.dataFolder, 'history.jsonl'), 'utf8');
  expect(written + history).not.toMatch(/AccessKey|Signature/);
});

test.each([32 * 1024, 48 * MEGABYTE])(
  'a wrong signature is refused, %d bytes on their way or not',
  async (bytes) => {
    // This server answers and closes while more is on its way.
    const sender = await createSender(bytes);
    const to = presigned(`/cases/other.zip`, 'another secret');
    expect(problemOf(await sender.send(to, { access: { ca: authority.ca }, retries: 2 }))).toMatchObject({
      reason: 'forbidden',
      detail: expect.stringContaining('SignatureDoesNotMatch'),
    });
    expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'failed', attempts: 1 }]);
  },
);

test('cut at half: sent again', async () => {
  const sender = await createSender();
  const relay = await startRelay(port, [{ afterBytes: 4 * MEGABYTE, what: 'cut' }]);
  onTestFinished(() => relay.close());
  const to = presigned(`/cases/${PACKET_NAME}`, KEY, relay.port);
  delivered(await sender.send(to, { access: { ca: authority.ca }, retries: 1 }));
  expect(arrived()).toEqual([sender.sha256]);
});
