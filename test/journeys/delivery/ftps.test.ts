// Uploads by FTPS to vsftpd, which wants one TLS session for control and data: arrival, refusals, resuming.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { fixedProxy } from '#engine/delivery/find-proxy.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { type Account, createAccount, PASSWORD, USER } from './account.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { PROXY_PASSWORD, PROXY_USER, startTinyproxy } from './proxies.ts';
import { type Fault, startRelay } from './relay.ts';
import { createSender, delivered, PACKET_NAME, problemOf, sha256Of } from './sending.ts';
import type { ServerProcess } from './server-process.ts';
import { startVsftpd } from './vsftpd.ts';

const MEGABYTE = 1024 ** 2;
const PATIENT = { timeout: 30_000 };

describe.runIf(canMount())('FTPS', () => {
  let folder: string;
  let account: Account;
  let authority: PrivateAuthority;
  let vsftpd: ServerProcess;
  let tinyproxy: ServerProcess;
  let inbox: string;
  const at = (path = `${inbox}/`) => `ftps://${USER}@localhost:${vsftpd.port}${path}`;
  const access = () => ({ ca: authority.ca, password: PASSWORD });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-ftps-'));
    account = createAccount(folder);
    authority = createAuthority(folder);
    vsftpd = await startVsftpd(folder, account, authority);
    tinyproxy = await startTinyproxy(folder);
    inbox = join(account.home, '收件 box');
  });
  afterAll(async () => {
    await Promise.all([vsftpd.stop(), tinyproxy.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    rmSync(inbox, { recursive: true, force: true });
    mkdirSync(inbox);
    account.own(inbox);
  });

  test('a packet arrives under its own name, its content compared', async () => {
    const sender = await createSender();
    const { receipt } = delivered(await sender.send(at(), { access: access() }));
    expect(receipt.verified).toBe('hash');
    expect(readdirSync(inbox)).toEqual([PACKET_NAME]);
    expect(sha256Of(join(inbox, PACKET_NAME))).toBe(sender.sha256);
  });

  test('a partial upload is continued where it ends, and one that is not ours begins anew', async () => {
    const sender = await createSender();
    const aside = join(inbox, `${PACKET_NAME}.${sender.sha256.slice(0, 8)}.partial`);
    writeFileSync(aside, readFileSync(sender.packetPath).subarray(0, 5 * MEGABYTE));
    account.own(aside);
    delivered(await sender.send(at(), { access: access() }));
    expect(sha256Of(join(inbox, PACKET_NAME))).toBe(sender.sha256);
    const first = sender.progress.find(({ stage, doneBytes }) => stage === 'send' && doneBytes > 0);
    expect(first?.doneBytes).toBe(5 * MEGABYTE);

    const other = await createSender();
    const foreign = join(inbox, `${PACKET_NAME}.${other.sha256.slice(0, 8)}.partial`);
    writeFileSync(foreign, Buffer.alloc(3 * MEGABYTE, 7));
    account.own(foreign);
    delivered(await other.send(at(), { access: access(), again: true }));
    expect(sha256Of(join(inbox, PACKET_NAME))).toBe(other.sha256);
  });

  /** Control and data connections both go through the proxy, and so through the relay; the second one is the upload's. */
  async function disturbed(fault: Fault) {
    const relay = await startRelay(tinyproxy.port, [undefined, fault]);
    onTestFinished(() => relay.close());
    const proxy = new URL(`http://${PROXY_USER}@127.0.0.1:${relay.port}`);
    return { relay, findProxy: fixedProxy(proxy, PROXY_PASSWORD.replace(' ', '-')) };
  }

  test.each([0.01, 0.5, 0.99])('cut at %f of the packet: goes on where it broke off', async (share) => {
    const { relay, findProxy } = await disturbed({ afterBytes: share * 8 * MEGABYTE, what: 'cut' });
    const sender = await createSender();
    const { receipt } = delivered(await sender.send(at(), { access: access(), findProxy, retries: 1 }));
    expect(receipt).toMatchObject({ attempts: 2, verified: 'hash' });
    expect(readdirSync(inbox)).toEqual([PACKET_NAME]);
    expect(sha256Of(join(inbox, PACKET_NAME))).toBe(sender.sha256);
    const again = relay.sent.slice(2).reduce((sum, bytes) => sum + bytes, 0);
    expect(again).toBeLessThan((1 - share) * 8 * MEGABYTE + 2 * MEGABYTE);
  });

  test('the server restarts in the midst of the packet: goes on where it broke off', async () => {
    const { port } = vsftpd;
    const { relay, findProxy } = await disturbed({ afterBytes: 2 * MEGABYTE, what: 'slow' });
    const sender = await createSender();
    const patience = { stallMs: 20_000, answerMs: 20_000, backOffMs: 200 };
    const sending = sender.send(at(), { access: access(), findProxy, retries: 30, patience });
    await expect.poll(() => relay.sent[1] ?? 0, PATIENT).toBeGreaterThan(3 * MEGABYTE);
    await vsftpd.stop();
    // Its processes for connections that stand outlive it.
    relay.drop();
    const pauses = () => sender.progress.flatMap(({ pause }) => pause?.reason ?? []);
    await expect.poll(pauses, PATIENT).not.toEqual([]);
    vsftpd = await startVsftpd(folder, account, authority, { port });
    expect(delivered(await sending).receipt.attempts).toBeGreaterThan(1);
    expect(readdirSync(inbox)).toEqual([PACKET_NAME]);
    expect(sha256Of(join(inbox, PACKET_NAME))).toBe(sender.sha256);
    const first = sender.progress.findIndex(({ pause }) => pause !== undefined);
    const later = sender.progress.slice(first).filter(({ stage, pause }) => stage === 'send' && !pause);
    expect(later[0]?.doneBytes).toBeGreaterThan(MEGABYTE);
  });

  test('refusals: wrong password, unknown authority, no such folder, no right to write, a taken name', async () => {
    const sender = await createSender(MEGABYTE);
    const send = async (to: string, more = {}) =>
      problemOf(await sender.send(to, { access: { ...access(), ...more } }));
    expect(await send(at(), { password: 'wrong' })).toMatchObject({ reason: 'login-refused' });
    const plain = await sender.send(at(), { access: { password: PASSWORD } });
    expect(problemOf(plain)).toMatchObject({ reason: 'certificate-untrusted' });
    expect(await send(at(`${inbox}/none/`))).toMatchObject({
      reason: expect.stringMatching(/^(not-found|forbidden)$/),
    });
    writeFileSync(join(inbox, PACKET_NAME), 'something else');
    account.own(join(inbox, PACKET_NAME));
    expect(await send(at())).toMatchObject({ reason: 'name-taken' });
    rmSync(join(inbox, PACKET_NAME));
    chmodSync(inbox, 0o500);
    expect(await send(at())).toMatchObject({ reason: expect.stringMatching(/^(not-found|forbidden)$/) });
    chmodSync(inbox, 0o700);
    expect(readdirSync(inbox)).toEqual([]);
  });

  test('a disk that fills up: said so, and nothing bears the final name', async () => {
    const volume = await smallVolume('size=3m,mode=777');
    // Started where the volume is mounted already: it has its own view of mounts.
    const own = mkdtempSync(join(tmpdir(), 'casepack-ftps-'));
    const server = await startVsftpd(own, createAccount(own), authority);
    onTestFinished(async () => {
      await server.stop();
      rmSync(own, { recursive: true, force: true });
    });
    const sender = await createSender();
    const to = `ftps://${USER}@localhost:${server.port}${volume}/`;
    const problem = problemOf(await sender.send(to, { access: access() }));
    expect(problem).toMatchObject({ reason: 'no-space' });
    expect(readdirSync(volume)).not.toContain(PACKET_NAME);
  });
});
