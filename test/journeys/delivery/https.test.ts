// Uploads by HTTPS to nginx with a private authority: arrival, refusals, faults, and what is written down.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { DeliveryReceipt } from '#shared/schema/delivery.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { startCasepack } from '../cli/casepack-process.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { type Fault, startRelay } from './relay.ts';
import { createSender, delivered, IMPATIENCE, PACKET_NAME, problemOf, sha256Of } from './sending.ts';
import { freePort } from './server-process.ts';

const MEGABYTE = 1024 ** 2;

let folder: string;
let authority: PrivateAuthority;
let nginx: Nginx;
const at = (path: string, port = nginx.port) => `https://localhost:${port}${path}`;
const arrived = () => sha256Of(join(nginx.root, 'dav', PACKET_NAME));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-https-'));
  authority = createAuthority(folder);
  nginx = await startNginx(folder, authority);
});
afterAll(async () => {
  await nginx.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a packet arrives whole, is checked at the other end, and leaves a receipt and a line of history', async () => {
  const sender = await createSender();
  const { receipt, receiptPath } = delivered(
    await sender.send(at('/dav/'), { access: { ca: authority.ca } }),
  );
  expect(arrived()).toBe(sender.sha256);
  expect(receipt).toMatchObject({
    packet: { name: PACKET_NAME, bytes: 8 * MEGABYTE, sha256: sender.sha256 },
    target: at('/dav/'),
    attempts: 1,
    verified: 'size',
    answer: expect.stringMatching(/^20[14] /),
  });
  expect(receiptPath).toBe(sender.packetPath.replace('.zip', '.receipt.json'));
  expect(DeliveryReceipt.parse(JSON.parse(readFileSync(receiptPath ?? '', 'utf8')))).toEqual(receipt);
  expect(await readHistory(sender.dataFolder)).toMatchObject([
    { outcome: 'delivered', packetPath: sender.packetPath, target: at('/dav/') },
  ]);
  expect(readdirSync(join(sender.dataFolder, 'deliveries'))).toEqual([]);
  expect(statSync(join(sender.dataFolder, 'history.jsonl')).mode & 0o777).toBe(0o600);
  const sent = sender.progress.filter(({ stage }) => stage === 'send').map(({ doneBytes }) => doneBytes);
  expect(sent.at(-1)).toBe(8 * MEGABYTE);
  expect(sent).toEqual([...sent].sort((one, other) => one - other));
});

test('the same packet to the same target is not sent twice, unless it is asked for', async () => {
  const sender = await createSender(MEGABYTE);
  const relay = await startRelay(nginx.port, []);
  onTestFinished(() => relay.close());
  const access = { ca: authority.ca };
  const first = delivered(await sender.send(at('/dav/', relay.port), { access }));
  const connections = relay.connections();
  const second = delivered(await sender.send(at('/dav/', relay.port), { access }));
  expect(second).toMatchObject({ earlier: true, receipt: first.receipt });
  expect(relay.connections()).toBe(connections);
  const third = delivered(await sender.send(at('/dav/', relay.port), { access, again: true }));
  expect(third.earlier).toBe(false);
  expect(await readHistory(sender.dataFolder)).toHaveLength(2);
});

test('a form with the packet in a field', async () => {
  const sender = await createSender(MEGABYTE);
  const access = { ca: authority.ca, formField: 'file' };
  expect(delivered(await sender.send(at('/form/'), { access })).receipt.verified).toBe('answer');
});

test('login by user name and password', async () => {
  const sender = await createSender(MEGABYTE);
  const to = at('/auth/').replace('https://', 'https://li@');
  const access = { ca: authority.ca, password: 'right horse' };
  expect(delivered(await sender.send(to, { access })).receipt.target).toBe(to);
  expect(sha256Of(join(nginx.root, 'auth', PACKET_NAME))).toBe(sender.sha256);
});

describe('refusals are named, and the packet stays', () => {
  test.each([
    ['/auth/', 'login-refused', 401],
    ['/forbidden/', 'forbidden', 403],
    ['/gone/', 'not-found', 404],
    ['/small/', 'too-large', 413],
    ['/error/', 'server-error', 500],
    ['/busy/', 'busy', 503],
    ['/full/', 'no-space', 507],
  ])('%s: %s', async (path, reason, status) => {
    const sender = await createSender();
    const problem = problemOf(await sender.send(at(path), { access: { ca: authority.ca } }));
    expect(problem).toMatchObject({ code: 'delivery-failed', reason, target: at(path) });
    expect(problem).toMatchObject({ detail: expect.stringContaining(String(status)) });
    expect(problem).not.toMatchObject({ detail: expect.stringMatching(/[<>\n]/) });
    expect(sha256Of(sender.packetPath)).toBe(sender.sha256);
    expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'failed', reason }]);
    // Refused before the packet was on its way: the server was asked first.
    expect(sender.progress.filter(({ stage, doneBytes }) => stage === 'send' && doneBytes > 0)).toEqual([]);
  });

  test('what the server quotes does not bring a password or a signature into messages', async () => {
    const sender = await createSender(MEGABYTE);
    const access = { ca: authority.ca, password: 'squeamish-ossifrage' };
    const problem = problemOf(await sender.send(`${at('/quoting/')}?X-Amz-Signature=0123abcd`, { access }));
    expect(problem).toMatchObject({ code: 'delivery-failed', reason: 'rejected' });
    expect(JSON.stringify([problem, await readHistory(sender.dataFolder)])).not.toMatch(/squeamish|0123abcd/);
  });
});

describe('without a connection', () => {
  test('nobody listens', async () => {
    const sender = await createSender(MEGABYTE);
    const problem = problemOf(await sender.send(at('/dav/', await freePort()), { retries: 2 }));
    expect(problem).toMatchObject({ reason: 'refused' });
    expect(sender.progress.flatMap(({ pause }) => pause ?? [])).toMatchObject([
      { reason: 'refused', retry: 1, retries: 2 },
      { reason: 'refused', retry: 2, retries: 2 },
    ]);
    expect(await readHistory(sender.dataFolder)).toMatchObject([{ attempts: 3 }]);
  });

  test('no such name', async () => {
    const sender = await createSender(MEGABYTE);
    const problem = problemOf(await sender.send('https://no-such-host.invalid/dav/'));
    expect(problem).toMatchObject({
      reason: expect.stringMatching(/^(unknown-host|name-lookup-failed)$/),
    });
  });

  test('an authority that nobody knows', async () => {
    const sender = await createSender(MEGABYTE);
    expect(problemOf(await sender.send(at('/dav/'), { retries: 3 }))).toMatchObject({
      reason: 'certificate-untrusted',
    });
    expect(sender.progress.flatMap(({ pause }) => pause ?? [])).toEqual([]);
  });

  test.each([
    ['another name', 'DNS:elsewhere.example', '30', 'certificate-name'],
    ['a past date', 'DNS:localhost', '-1', 'certificate-expired'],
  ])('a certificate for %s', async (_name, names, days, reason) => {
    const other = mkdtempSync(join(tmpdir(), 'casepack-https-'));
    const own = createAuthority(other, names, days);
    const server = await startNginx(other, own);
    onTestFinished(async () => {
      await server.stop();
      rmSync(other, { recursive: true, force: true });
    });
    const sender = await createSender(MEGABYTE);
    const access = { ca: own.ca };
    expect(problemOf(await sender.send(at('/dav/', server.port), { access }))).toMatchObject({ reason });
  });

  test('a port that does not speak TLS', async () => {
    const sender = await createSender(MEGABYTE);
    const relay = await startRelay(await freePort(), []);
    onTestFinished(() => relay.close());
    const problem = problemOf(await sender.send(at('/dav/', relay.port)));
    expect(problem).toMatchObject({ reason: expect.stringMatching(/^(connection-lost|tls-failed)$/) });
  });
});

describe('cut on the way', () => {
  test.each([0.01, 0.5, 0.99])('at %f of the packet: sent again, whole', async (share) => {
    const sender = await createSender();
    const fault: Fault = { afterBytes: share * 8 * MEGABYTE, what: 'cut' };
    const relay = await startRelay(nginx.port, [fault]);
    onTestFinished(() => relay.close());
    const { receipt } = delivered(
      await sender.send(at('/dav/', relay.port), { access: { ca: authority.ca }, retries: 1 }),
    );
    expect(receipt.attempts).toBe(2);
    expect(arrived()).toBe(sender.sha256);
  });

  test('the server restarts in the midst of the packet: sent again, whole', async () => {
    const { port } = nginx;
    const relay = await startRelay(port, [{ afterBytes: 2 * MEGABYTE, what: 'slow' }]);
    onTestFinished(() => relay.close());
    const sender = await createSender();
    const access = { ca: authority.ca };
    const patience = { stallMs: 20_000, answerMs: 20_000, backOffMs: 200 };
    const sending = sender.send(at('/dav/', relay.port), { access, retries: 30, patience });
    const patient = { timeout: 30_000 };
    await expect.poll(() => relay.sent[0] ?? 0, patient).toBeGreaterThan(3 * MEGABYTE);
    await nginx.stop();
    await expect.poll(() => sender.progress.some(({ pause }) => pause !== undefined), patient).toBe(true);
    nginx = await startNginx(folder, authority, { port });
    expect(delivered(await sending).receipt.attempts).toBeGreaterThan(1);
    expect(arrived()).toBe(sender.sha256);
    expect(readdirSync(join(nginx.root, 'dav'))).toEqual([PACKET_NAME]);
  });

  test('no retries left: the connection broke, nothing under the final name is half', async () => {
    rmSync(join(nginx.root, 'dav', PACKET_NAME), { force: true });
    const sender = await createSender();
    const relay = await startRelay(nginx.port, [{ afterBytes: 4 * MEGABYTE, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const access = { ca: authority.ca };
    expect(problemOf(await sender.send(at('/dav/', relay.port), { access }))).toMatchObject({
      reason: 'connection-lost',
    });
    expect(readdirSync(join(nginx.root, 'dav'))).toEqual([]);
  });

  test('stalled: given up after a while, and tried again', async () => {
    const sender = await createSender();
    const relay = await startRelay(nginx.port, [{ afterBytes: 4 * MEGABYTE, what: 'stall' }]);
    onTestFinished(() => relay.close());
    const access = { ca: authority.ca };
    delivered(await sender.send(at('/dav/', relay.port), { access, retries: 3, patience: IMPATIENCE }));
    expect(sender.progress.flatMap(({ pause }) => pause ?? [])).toContainEqual(
      expect.objectContaining({ reason: 'stalled' }),
    );
    expect(arrived()).toBe(sender.sha256);
  });
});

test('cancelled: at once, said so in the history, and the packet stays', async () => {
  const sender = await createSender();
  const relay = await startRelay(nginx.port, [{ afterBytes: MEGABYTE, what: 'stall' }]);
  onTestFinished(() => relay.close());
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 300);
  const context = { signal: controller.signal };
  const access = { ca: authority.ca };
  expect(problemOf(await sender.send(at('/dav/', relay.port), { access, context }))).toEqual({
    code: 'cancelled',
  });
  expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'cancelled' }]);
  expect(sha256Of(sender.packetPath)).toBe(sender.sha256);
});

describe.runIf(canMount())('the disk here is full', () => {
  /** Takes what room there is. */
  const fill = (folder: string) =>
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=4k'], { stdio: 'ignore' });

  test('for the history: said so, and the receipt beside the packet keeps it from being sent twice', async () => {
    const dataFolder = await smallVolume('size=64k');
    fill(dataFolder);
    const sender = await createSender(MEGABYTE);
    const relay = await startRelay(nginx.port, []);
    onTestFinished(() => relay.close());
    const changes = { access: { ca: authority.ca }, context: { dataFolder } };
    const first = delivered(await sender.send(at('/dav/', relay.port), changes));
    expect(first).toMatchObject({ earlier: false, recorded: false, receiptPath: expect.any(String) });
    expect(arrived()).toBe(sender.sha256);
    const connections = relay.connections();
    expect(delivered(await sender.send(at('/dav/', relay.port), changes)).earlier).toBe(true);
    expect(relay.connections()).toBe(connections);
  });

  test('for both: the command succeeds and warns, and the packet stays', async () => {
    const volume = await smallVolume('size=1m');
    const sender = await createSender(64 * 1024);
    const packet = join(volume, PACKET_NAME);
    copyFileSync(sender.packetPath, packet);
    mkdirSync(join(volume, 'data'));
    fill(volume);
    const args = [
      'deliver',
      packet,
      '--to',
      at('/dav/'),
      '--ca-file',
      authority.caFile,
      '--lang',
      'en',
      '--quiet',
    ];
    const options = {
      cwd: sender.folder,
      temporaryFolder: sender.folder,
      env: { CASEPACK_DATA: join(volume, 'data') },
    };
    const { exitCode, stderr, lastLine } = await startCasepack(args, options).finished;
    expect({ exitCode, lastLine }).toEqual({ exitCode: 0, lastLine: packet });
    expect(stderr).toContain('do not send it again');
    expect(arrived()).toBe(sender.sha256);
    expect(sha256Of(packet)).toBe(sender.sha256);
  });
});
