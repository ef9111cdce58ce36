// Resumable uploads to a tus server over TLS: cuts, a restart of the server, and a process that is killed and started again.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { startCasepack } from '../cli/casepack-process.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { startRelay, untilStalled } from './relay.ts';
import { createSender, delivered, PACKET_NAME, problemOf } from './sending.ts';
import { freePort } from './server-process.ts';
import { type RunningTus, startTus, uploadsIn } from './tus-server.ts';

const MEGABYTE = 1024 ** 2;

let folder: string;
let uploads: string;
let authority: PrivateAuthority;
let server: RunningTus;
let port: number;
const at = (to = port) => `tus+https://localhost:${to}/files`;
const arrived = () => uploadsIn(uploads);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casepack-tus-'));
  uploads = join(folder, 'uploads');
  authority = createAuthority(folder);
  port = await freePort();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  rmSync(uploads, { recursive: true, force: true });
  mkdirSync(uploads);
  await start();
  onTestFinished(stop);
});

const start = async () => {
  server = await startTus(uploads, authority, port);
};
const stop = () => server.stop();

test('a packet arrives with its name and hash as metadata', async () => {
  const sender = await createSender();
  const { receipt } = delivered(await sender.send(at(), { access: { ca: authority.ca } }));
  expect(receipt).toMatchObject({ target: at(), verified: 'size', attempts: 1 });
  expect(arrived()).toEqual([sender.sha256]);
  const [info = ''] = readdirSync(uploads).filter((name) => name.endsWith('.json'));
  expect(JSON.parse(readFileSync(join(uploads, info), 'utf8'))).toMatchObject({
    metadata: { filename: PACKET_NAME, sha256: sender.sha256 },
  });
});

test.each([0.01, 0.5, 0.99])(
  'cut at %f of the packet: goes on, and no second upload is begun',
  async (share) => {
    const sender = await createSender();
    // The first connection creates the upload, the second sends.
    const relay = await startRelay(port, [undefined, { afterBytes: share * 8 * MEGABYTE, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const { receipt } = delivered(
      await sender.send(at(relay.port), { access: { ca: authority.ca }, retries: 2 }),
    );
    expect(receipt.attempts).toBe(2);
    expect(arrived()).toEqual([sender.sha256]);
    expect(relay.sent.at(-1)).toBeLessThan((1 - share) * 8 * MEGABYTE + 2 * MEGABYTE);
  },
);

test('an upload that the server no longer knows begins anew', async () => {
  const sender = await createSender();
  const relay = await startRelay(port, [undefined, { afterBytes: 4 * MEGABYTE, what: 'cut' }]);
  onTestFinished(() => relay.close());
  const access = { ca: authority.ca };
  expect(problemOf(await sender.send(at(relay.port), { access }))).toMatchObject({
    reason: 'connection-lost',
  });
  rmSync(uploads, { recursive: true, force: true });
  mkdirSync(uploads);
  delivered(await sender.send(at(relay.port), { access }));
  expect(arrived()).toEqual([sender.sha256]);
});

test('the server restarts meanwhile', async () => {
  const sender = await createSender();
  const relay = await startRelay(port, [undefined, { afterBytes: 4 * MEGABYTE, what: 'stall' }]);
  onTestFinished(() => relay.close());
  const patience = { stallMs: 8000, answerMs: 8000, backOffMs: 200 };
  const sending = sender.send(at(relay.port), { access: { ca: authority.ca }, retries: 20, patience });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await start();
  delivered(await sending);
  expect(arrived()).toEqual([sender.sha256]);
});

test.each([0.01, 0.5, 0.99])(
  'killed at %f; started again, it continues, and a third time sends nothing',
  async (share) => {
    const sender = await createSender(16 * MEGABYTE);
    const relay = await startRelay(port, [undefined, { afterBytes: share * 16 * MEGABYTE, what: 'stall' }]);
    onTestFinished(() => relay.close());
    const args = [
      'deliver',
      sender.packetPath,
      '--to',
      at(relay.port),
      '--ca-file',
      authority.caFile,
      '--json',
    ];
    const options = {
      cwd: sender.folder,
      temporaryFolder: sender.folder,
      env: { CASEPACK_DATA: sender.dataFolder },
    };
    const first = startCasepack(args, options);
    await first.said(/"stage":"send","file":"[^"]*","doneBytes":[1-9]/);
    await untilStalled(relay, share * 16 * MEGABYTE);
    first.kill('SIGKILL');
    expect((await first.finished).signal).toBe('SIGKILL');

    const resumed = ['deliver', sender.packetPath, '--resume', '--ca-file', authority.caFile, '--json'];
    const second = await startCasepack(resumed, options).finished;
    expect(second).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(second.lastLine)).toMatchObject({ type: 'done', attempts: 2, earlier: false });
    expect(arrived()).toEqual([sender.sha256]);
    expect(relay.sent.at(-1)).toBeLessThan((1 - share) * 16 * MEGABYTE + 2 * MEGABYTE);

    const connections = relay.connections();
    const third = await startCasepack(args, options).finished;
    expect(JSON.parse(third.lastLine)).toMatchObject({ type: 'done', earlier: true });
    expect(relay.connections()).toBe(connections);
    expect(await readHistory(sender.dataFolder)).toHaveLength(1);
  },
);
