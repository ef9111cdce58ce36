// Uploads through squid and tinyproxy, both with a login: every kind of target, wrong logins, forbidden ports, a proxy that
// drops connections.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { environmentProxy, fixedProxy } from '#engine/delivery/find-proxy.ts';
import { trustHost } from '#engine/delivery/ssh/known-hosts.ts';
import { canMount } from '#test/fixtures/small-volume.ts';
import { type Account, createAccount, PASSWORD, USER } from './account.ts';
import { type Exim, MAIL_PASSWORD, MAIL_USER, startExim } from './exim.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { PROXY_PASSWORD, PROXY_USER, startSquid, startTinyproxy } from './proxies.ts';
import { startRelay } from './relay.ts';
import { portalFile, presigned, type S3Server, startS3 } from './s3-server.ts';
import { createSender, delivered, PACKET_NAME, problemOf, sha256Of } from './sending.ts';
import { freePort, type ServerProcess } from './server-process.ts';
import { type Sshd, startSshd } from './sshd.ts';
import { type RunningTus, startTus, uploadsIn } from './tus-server.ts';
import { startVsftpd } from './vsftpd.ts';

const MEGABYTE = 1024 ** 2;

describe.runIf(canMount())('through a proxy', () => {
  let folder: string;
  let authority: PrivateAuthority;
  let account: Account;
  let nginx: Nginx;
  let sshd: Sshd;
  let vsftpd: ServerProcess;
  let s3: S3Server;
  let smtpd: Exim;
  let tus: RunningTus;
  let tusPort: number;
  let uploads: string;
  let squid: ServerProcess;
  let tinyproxy: ServerProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-proxy-'));
    authority = createAuthority(folder);
    account = createAccount(folder);
    nginx = await startNginx(folder, authority);
    sshd = await startSshd(folder, account);
    vsftpd = await startVsftpd(folder, account, authority);
    s3 = await startS3(folder, authority);
    smtpd = await startExim(folder, account, authority, '32M');
    uploads = join(folder, 'uploads');
    mkdirSync(uploads);
    tusPort = await freePort();
    tus = await startTus(uploads, authority, tusPort);
    squid = await startSquid(folder, [nginx.port, sshd.port, s3.port, smtpd.port, tusPort]);
    tinyproxy = await startTinyproxy(folder);
    mkdirSync(join(account.home, 'in'));
    account.own(join(account.home, 'in'));
  });
  afterAll(async () => {
    await Promise.all([nginx, sshd, vsftpd, squid, tinyproxy, s3, smtpd, tus].map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  const dav = () => `https://localhost:${nginx.port}/dav/`;
  const throughSquid = (password: string | undefined = PROXY_PASSWORD, port = squid.port) =>
    fixedProxy(new URL(`http://${PROXY_USER}@127.0.0.1:${port}`), password);
  const throughTinyproxy = () =>
    fixedProxy(new URL(`http://${PROXY_USER}@127.0.0.1:${tinyproxy.port}`), PROXY_PASSWORD.replace(' ', '-'));

  test('HTTPS through both, the proxy named by the environment with its password', async () => {
    const sender = await createSender();
    const credentials = `${PROXY_USER}:${encodeURIComponent(PROXY_PASSWORD)}`;
    const HTTPS_PROXY = `http://${credentials}@127.0.0.1:${squid.port}`;
    const access = { ca: authority.ca };
    delivered(await sender.send(dav(), { access, findProxy: environmentProxy({ HTTPS_PROXY }) }));
    expect(sha256Of(join(nginx.root, 'dav', PACKET_NAME))).toBe(sender.sha256);

    const other = await createSender();
    delivered(await other.send(dav(), { access, findProxy: throughTinyproxy() }));
    expect(sha256Of(join(nginx.root, 'dav', PACKET_NAME))).toBe(other.sha256);
  });

  test('SFTP and FTPS, data connections included', async () => {
    const sender = await createSender();
    await trustHost(join(sender.dataFolder, 'known_hosts'), sshd.hostLine);
    const sftp = `sftp://${USER}@localhost:${sshd.port}/~/in/`;
    delivered(await sender.send(sftp, { access: { identity: sshd.identity }, findProxy: throughSquid() }));
    const arrived = join(account.home, 'in', PACKET_NAME);
    expect(sha256Of(arrived)).toBe(sender.sha256);
    rmSync(arrived);
    const ftps = `ftps://${USER}@localhost:${vsftpd.port}/~/in/`;
    const access = { ca: authority.ca, password: PASSWORD };
    delivered(await sender.send(ftps, { access, findProxy: throughTinyproxy() }));
    expect(sha256Of(arrived)).toBe(sender.sha256);
  });

  test.each(['squid', 'tinyproxy'] as const)(
    'tus and presigned S3, whole and in parts, through %s',
    async (proxy) => {
      const findProxy = proxy === 'squid' ? throughSquid() : throughTinyproxy();
      const access = { ca: authority.ca };
      const byTus = await createSender();
      delivered(await byTus.send(`tus+https://localhost:${tusPort}/files`, { access, findProxy }));
      expect(uploadsIn(uploads)).toContain(byTus.sha256);

      const path = `/cases/${proxy}-${PACKET_NAME}`;
      const whole = await createSender();
      delivered(await whole.send(`s3+${presigned(s3.port, path)}`, { access, findProxy }));
      expect(s3.arrived()).toContain(whole.sha256);
      const inParts = await createSender();
      const s3Parts = await portalFile(s3.port, `${path}.2`, {
        count: 2,
        partBytes: 5 * MEGABYTE,
        ca: authority.ca,
      });
      const to = `s3+https://localhost:${s3.port}${path}.2`;
      delivered(await inParts.send(to, { access: { ...access, s3Parts }, findProxy }));
      expect(s3.arrived()).toContain(inParts.sha256);
    },
  );

  test.each(['squid', 'tinyproxy'] as const)('mail, TLS begun inside the tunnel of %s', async (proxy) => {
    const findProxy = proxy === 'squid' ? throughSquid() : throughTinyproxy();
    const sender = await createSender(MEGABYTE);
    const access = { ca: authority.ca, password: MAIL_PASSWORD, mailTo: 'support@vendor.example' };
    const to = `smtp://${encodeURIComponent(MAIL_USER)}@localhost:${smtpd.port}`;
    const { receipt } = delivered(await sender.send(to, { access, findProxy }));
    expect(receipt.answer).toContain('250');
  });

  test('tus through a proxy that drops: goes on where it broke off', async () => {
    const sender = await createSender();
    const relay = await startRelay(squid.port, [undefined, { afterBytes: 4 * MEGABYTE, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const findProxy = throughSquid(PROXY_PASSWORD, relay.port);
    const to = `tus+https://localhost:${tusPort}/files`;
    const { receipt } = delivered(
      await sender.send(to, { access: { ca: authority.ca }, findProxy, retries: 2 }),
    );
    expect(receipt.attempts).toBe(2);
    expect(uploadsIn(uploads)).toContain(sender.sha256);
    expect(relay.sent.at(-1)).toBeLessThan(6 * MEGABYTE);
  });

  test('mail through a proxy that drops: whatever may have arrived is not sent again by itself', async () => {
    const sender = await createSender(MEGABYTE);
    const relay = await startRelay(squid.port, [{ afterBytes: MEGABYTE, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const access = { ca: authority.ca, password: MAIL_PASSWORD, mailTo: 'support@vendor.example' };
    const findProxy = throughSquid(PROXY_PASSWORD, relay.port);
    const to = `smtp://${encodeURIComponent(MAIL_USER)}@localhost:${smtpd.port}`;
    const result = await sender.send(to, { access, findProxy, retries: 2 });
    // Cut in the midst of the message: sent again. Cut when all of it was on its way: left to the user.
    if (result.ok) expect(result.value.receipt.attempts).toBe(2);
    else expect(problemOf(result)).toMatchObject({ reason: 'outcome-unknown' });
    expect(relay.connections()).toBe(result.ok ? 2 : 1);
  });

  test('a login that is missing or wrong, and a port that the proxy does not allow', async () => {
    const sender = await createSender(MEGABYTE);
    const access = { ca: authority.ca };
    for (const findProxy of [
      throughSquid('wrong'),
      fixedProxy(new URL(`http://127.0.0.1:${squid.port}`), undefined),
    ])
      expect(problemOf(await sender.send(dav(), { access, findProxy, retries: 2 }))).toMatchObject({
        reason: 'proxy-login',
      });
    const forbidden = `https://localhost:${vsftpd.port}/`;
    expect(problemOf(await sender.send(forbidden, { access, findProxy: throughSquid() }))).toMatchObject({
      reason: 'proxy-refused',
    });
    expect(sender.progress.flatMap(({ pause }) => pause ?? [])).toEqual([]);
  });

  test('a proxy that drops the connection halfway, and one that is not there', async () => {
    const sender = await createSender();
    const relay = await startRelay(squid.port, [{ afterBytes: 4 * MEGABYTE, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const access = { ca: authority.ca };
    const findProxy = throughSquid(PROXY_PASSWORD, relay.port);
    const { receipt } = delivered(await sender.send(dav(), { access, findProxy, retries: 1 }));
    expect(receipt.attempts).toBe(2);
    expect(sha256Of(join(nginx.root, 'dav', PACKET_NAME))).toBe(sender.sha256);

    const nobody = fixedProxy(new URL('http://127.0.0.1:1'), undefined);
    expect(problemOf(await sender.send(dav(), { access, findProxy: nobody, again: true }))).toMatchObject({
      reason: 'proxy-unreachable',
    });
  });
});
