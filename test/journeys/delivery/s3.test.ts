// Presigned uploads to an S3-compatible server over TLS, whole and in parts: refusals, cuts, restarts, killed processes.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { startCasepack } from '../cli/casepack-process.ts';
import { deliverCommand, done } from './deliver-command.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { startRelay } from './relay.ts';
import { portalFile, presigned, type S3Server, startS3 } from './s3-server.ts';
import { createSender, delivered, PACKET_NAME, problemOf } from './sending.ts';

const MEGABYTE = 1024 ** 2;

let folder: string;
let authority: PrivateAuthority;
let server: S3Server;
const at = (path: string, to = server.port) => `s3+${presigned(to, path)}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-s3-'));
  authority = createAuthority(folder);
  server = await startS3(folder, authority);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a presigned PUT arrives, its ETag compared; the signature is kept nowhere', async () => {
  const sender = await createSender();
  const { receipt } = delivered(
    await sender.send(at(`/cases/${PACKET_NAME}`), { access: { ca: authority.ca } }),
  );
  expect(receipt).toMatchObject({
    verified: 'hash',
    target: `s3+https://localhost:${server.port}/cases/${PACKET_NAME}`,
  });
  expect(server.arrived()).toEqual([sender.sha256]);
  const written = readFileSync(sender.packetPath.replace('.zip', '.receipt.json'), 'utf8');
  const history = readFileSync(join(sender.dataFolder, 'history.jsonl'), 'utf8');
  expect(written + history).not.toMatch(/AccessKey|Signature/);
});

test.each([32 * 1024, 48 * MEGABYTE])(
  'a wrong signature is refused, %d bytes on their way or not',
  async (bytes) => {
    // This server answers and closes while more is on its way.
    const sender = await createSender(bytes);
    const to = `s3+${presigned(server.port, '/cases/other.zip', { secret: 'another secret' })}`;
    expect(problemOf(await sender.send(to, { access: { ca: authority.ca }, retries: 2 }))).toMatchObject({
      reason: 'forbidden',
      detail: expect.stringContaining('SignatureDoesNotMatch'),
    });
    expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'failed', attempts: 1 }]);
  },
);

test.each([0.01, 0.5, 0.99])('cut at %f of the packet: sent again, whole', async (share) => {
  const sender = await createSender();
  const relay = await startRelay(server.port, [{ afterBytes: share * 8 * MEGABYTE, what: 'cut' }]);
  onTestFinished(() => relay.close());
  const to = at(`/cases/${PACKET_NAME}`, relay.port);
  const { receipt } = delivered(await sender.send(to, { access: { ca: authority.ca }, retries: 1 }));
  expect(receipt).toMatchObject({ attempts: 2, verified: 'hash' });
  expect(server.arrived()).toEqual([sender.sha256]);
});

test('an address whose time is over is named so; the new one goes on with the same delivery', async () => {
  const sender = await createSender(MEGABYTE);
  const path = `/cases/late-${PACKET_NAME}`;
  const over = `s3+${presigned(server.port, path, { seconds: -60 })}`;
  const access = { ca: authority.ca };
  const problem = problemOf(await sender.send(over, { access, retries: 2 }));
  expect(problem).toMatchObject({ reason: 'link-expired', detail: expect.stringContaining('expired') });
  expect(JSON.stringify([problem, await readHistory(sender.dataFolder)])).not.toMatch(/Signature=/);
  const { receipt } = delivered(await sender.send(at(path), { access }));
  expect(receipt).toMatchObject({ attempts: 2, verified: 'hash' });
  expect(server.arrived()).toContain(sender.sha256);
});

describe('in parts', () => {
  const PARTS = { count: 6, partBytes: 5 * MEGABYTE };
  const BYTES = 23 * MEGABYTE;
  const path = `/cases/${PACKET_NAME}`;
  const portal = (through?: number) =>
    portalFile(server.port, path, {
      ...PARTS,
      ca: authority.ca,
      ...(through === undefined ? {} : { through }),
    });
  const to = (port = server.port) => `s3+https://localhost:${port}${path}`;
  const sentBytes = (relay: { sent: readonly number[] }) => relay.sent.reduce((sum, bytes) => sum + bytes, 0);

  test('a packet arrives, every part compared; no URL is kept', async () => {
    const sender = await createSender(BYTES);
    const s3Parts = await portal();
    const { receipt } = delivered(await sender.send(to(), { access: { ca: authority.ca, s3Parts } }));
    expect(receipt).toMatchObject({ verified: 'hash', target: to(), attempts: 1 });
    expect(server.arrived()).toContain(sender.sha256);
    const sent = sender.progress.filter(({ stage }) => stage === 'send').map(({ doneBytes }) => doneBytes);
    expect(sent).toEqual([...sent].sort((one, other) => one - other));
    expect(sent.at(-1)).toBe(BYTES);
  });

  test.each([0.01, 0.5, 0.99])('cut at %f: only the rest of the parts is sent again', async (share) => {
    const sender = await createSender(BYTES);
    const part = Math.floor((share * BYTES) / PARTS.partBytes);
    const within = Math.round(share * BYTES) - part * PARTS.partBytes;
    const faults = [...Array(part).fill(undefined), { afterBytes: within, what: 'cut' as const }];
    const relay = await startRelay(server.port, faults);
    onTestFinished(() => relay.close());
    const access = { ca: authority.ca, s3Parts: await portal(relay.port) };
    const { receipt } = delivered(await sender.send(to(relay.port), { access, retries: 2 }));
    expect(receipt).toMatchObject({ attempts: 2, verified: 'hash' });
    expect(server.arrived()).toContain(sender.sha256);
    expect(sentBytes(relay)).toBeLessThan(BYTES + PARTS.partBytes + MEGABYTE);
  });

  test('killed, and the URLs signed anew: what arrived is not sent again', async () => {
    const sender = await createSender(BYTES);
    const relay = await startRelay(server.port, [
      undefined,
      undefined,
      { afterBytes: MEGABYTE, what: 'stall' },
    ]);
    onTestFinished(() => relay.close());
    const file = join(sender.folder, '上传 parts.json');
    const s3Parts = await portal(relay.port);
    writeFileSync(file, JSON.stringify(s3Parts));
    const args = ['deliver', sender.packetPath, '--s3-parts', file, '--ca-file', authority.caFile, '--json'];
    const options = {
      cwd: sender.folder,
      temporaryFolder: sender.folder,
      env: { CASEPACK_DATA: sender.dataFolder },
    };
    const first = startCasepack(args, options);
    await expect.poll(() => relay.sent[2] ?? 0, { timeout: 60_000 }).toBeGreaterThan(MEGABYTE);
    first.kill('SIGKILL');
    await first.finished;
    expect(readFileSync(stateFile(sender.dataFolder), 'utf8')).not.toMatch(/Signature|AWSAccessKeyId/);

    const before = sentBytes(relay);
    const again = await startCasepack(args, options).finished;
    expect(JSON.parse(again.lastLine)).toMatchObject({ type: 'done', attempts: 2, target: to(relay.port) });
    expect(server.arrived()).toContain(sender.sha256);
    expect(sentBytes(relay) - before).toBeLessThan(BYTES - 2 * PARTS.partBytes + MEGABYTE);
    const connections = relay.connections();
    const third = await startCasepack(args, options).finished;
    expect(JSON.parse(third.lastLine)).toMatchObject({ type: 'done', earlier: true });
    expect(relay.connections()).toBe(connections);
  });

  test('the URLs expire half-way: said so; with new ones of the same upload only the rest is sent', async () => {
    const sender = await createSender(BYTES);
    const relay = await startRelay(server.port, []);
    onTestFinished(() => relay.close());
    const file = join(sender.folder, 'parts.json');
    const late = await portalFile(server.port, path, {
      ...PARTS,
      ca: authority.ca,
      through: relay.port,
      lasting: 3,
    });
    const deliver = deliverCommand(sender, [
      '--s3-parts',
      file,
      '--ca-file',
      authority.caFile,
      '--lang',
      'en',
    ]);
    writeFileSync(file, JSON.stringify(late));
    const first = await deliver().finished;
    expect(first).toMatchObject({
      exitCode: 4,
      stdout: expect.stringContaining('the upload address has expired'),
    });
    expect(first.stdout).not.toMatch(/Signature=|AWSAccessKeyId/);
    const before = sentBytes(relay);
    expect(before).toBeGreaterThan(3 * PARTS.partBytes);

    const uploadId = new URL(late.completeUrl).searchParams.get('uploadId') ?? '';
    const renewed = { ...PARTS, ca: authority.ca, through: relay.port, uploadId };
    writeFileSync(file, JSON.stringify(await portalFile(server.port, path, renewed)));
    expect(await done(deliver())).toMatchObject({ type: 'done', attempts: 2, verified: 'hash' });
    expect(server.arrived()).toContain(sender.sha256);
    expect(sentBytes(relay) - before).toBeLessThan(BYTES - 3 * PARTS.partBytes + MEGABYTE);
  });

  test('too few parts, a wrong signature; then the right ones', async () => {
    const sender = await createSender(BYTES);
    const s3Parts = await portal();
    const send = (changed: Partial<typeof s3Parts>) =>
      sender.send(to(), { access: { ca: authority.ca, s3Parts: { ...s3Parts, ...changed } }, again: true });
    expect(problemOf(await send({ parts: s3Parts.parts.slice(0, 2) }))).toMatchObject({
      reason: 'too-large',
    });
    const forged = s3Parts.parts.map((url) =>
      url.replace(/Signature=.*/, 'Signature=AAAAAAAAAAAAAAAAAAAAAAAAAAA%3D'),
    );
    expect(problemOf(await send({ parts: forged }))).toMatchObject({ reason: 'forbidden' });
    delivered(await send({}));
  });

  test('a file that is no such list, or whose parts go elsewhere, is refused before anything is sent', async () => {
    const sender = await createSender(MEGABYTE);
    const file = join(sender.folder, 'parts.json');
    const s3Parts = await portal();
    const run = async (content: unknown, ...more: string[]) => {
      writeFileSync(file, JSON.stringify(content));
      const args = ['deliver', sender.packetPath, '--s3-parts', file, '--lang', 'en', '--quiet', ...more];
      const options = { cwd: sender.folder, temporaryFolder: sender.folder };
      const { exitCode, stderr } = await startCasepack(args, options).finished;
      expect(stderr).not.toMatch(/Signature|AWSAccessKeyId/);
      return { exitCode, stderr };
    };
    const elsewhere = s3Parts.parts.map((url, at) =>
      at === 1 ? url.replace('localhost', 'other.invalid') : url,
    );
    expect(await run({ ...s3Parts, parts: elsewhere })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('wrong at: parts.1'),
    });
    expect(await run({ ...s3Parts, partSize: 1 })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('wrong at: partSize'),
    });
    expect(await run(s3Parts, '--to', to())).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('leave out --to'),
    });
  });
});

function stateFile(dataFolder: string): string {
  const folder = join(dataFolder, 'deliveries');
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.json'));
  return join(folder, name);
}
