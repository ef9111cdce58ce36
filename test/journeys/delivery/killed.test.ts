// Processes that are killed while a packet is on its way by HTTPS, FTPS or mail, and started again: nothing is lost, nothing
// arrives twice. tus, SFTP and S3 have theirs beside their other journeys.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { canMount } from '#test/fixtures/small-volume.ts';
import { type Account, createAccount, PASSWORD, USER } from './account.ts';
import { deliverCommand, done } from './deliver-command.ts';
import { type Exim, MAIL_PASSWORD, MAIL_USER, startExim } from './exim.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { PROXY_PASSWORD, PROXY_USER, startTinyproxy } from './proxies.ts';
import { type Fault, type Relay, startRelay, untilStalled } from './relay.ts';
import { createSender, PACKET_NAME, sha256Of } from './sending.ts';
import type { ServerProcess } from './server-process.ts';
import { startVsftpd } from './vsftpd.ts';

const MEGABYTE = 1024 ** 2;
const SHARES = [0.01, 0.5, 0.99];

describe.runIf(canMount())('killed and started again', () => {
  let folder: string;
  let authority: PrivateAuthority;
  let account: Account;
  let nginx: Nginx;
  let vsftpd: ServerProcess;
  let tinyproxy: ServerProcess;
  let smtpd: Exim;
  let inbox: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-killed-'));
    authority = createAuthority(folder);
    account = createAccount(folder);
    nginx = await startNginx(folder, authority);
    vsftpd = await startVsftpd(folder, account, authority);
    tinyproxy = await startTinyproxy(folder);
    smtpd = await startExim(folder, account, authority, '32M');
    inbox = join(account.home, 'in');
  });
  afterAll(async () => {
    await Promise.all([nginx, vsftpd, tinyproxy, smtpd].map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    for (const place of [join(nginx.root, 'dav'), inbox, smtpd.inbox])
      rmSync(place, { recursive: true, force: true });
    for (const place of [join(nginx.root, 'dav'), inbox, smtpd.inbox]) mkdirSync(place, { recursive: true });
    account.own(inbox);
    account.own(smtpd.inbox);
  });

  async function stalling(port: number, ...faults: readonly (Fault | undefined)[]): Promise<Relay> {
    const relay = await startRelay(port, faults);
    onTestFinished(() => relay.close());
    return relay;
  }
  const filesIn = (place: string) => readdirSync(place).map((name) => [name, sha256Of(join(place, name))]);

  test.each(SHARES)('HTTPS, at %f: sent anew as a whole; a third time sends nothing', async (share) => {
    const sender = await createSender();
    const at = share * 8 * MEGABYTE;
    const relay = await stalling(nginx.port, { afterBytes: at, what: 'stall' });
    const to = `https://localhost:${relay.port}/dav/`;
    const deliver = deliverCommand(sender, ['--to', to, '--ca-file', authority.caFile]);
    const first = deliver();
    await untilStalled(relay, at);
    first.kill('SIGKILL');
    expect((await first.finished).signal).toBe('SIGKILL');
    expect(readdirSync(join(nginx.root, 'dav'))).toEqual([]);

    expect(await done(deliver())).toMatchObject({ type: 'done', attempts: 2, earlier: false, target: to });
    expect(filesIn(join(nginx.root, 'dav'))).toEqual([[PACKET_NAME, sender.sha256]]);
    const connections = relay.connections();
    expect(await done(deliver())).toMatchObject({ earlier: true });
    expect(relay.connections()).toBe(connections);
    expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'delivered' }]);
  });

  test.each(SHARES)('FTPS, at %f: goes on where it was; a third time sends nothing', async (share) => {
    const sender = await createSender();
    const at = share * 8 * MEGABYTE;
    // Control and data connections both go through the proxy, and so through the relay.
    const relay = await stalling(tinyproxy.port, undefined, { afterBytes: at, what: 'stall' });
    const deliver = deliverCommand(
      sender,
      [
        ...['--to', `ftps://${USER}@localhost:${vsftpd.port}/~/in/`, '--ca-file', authority.caFile],
        ...['--proxy', `http://${PROXY_USER}@127.0.0.1:${relay.port}`],
      ],
      {
        CASEPACK_DELIVERY_PASSWORD: PASSWORD,
        CASEPACK_PROXY_PASSWORD: PROXY_PASSWORD.replace(' ', '-'),
      },
    );
    const first = deliver();
    await untilStalled(relay, at);
    first.kill('SIGKILL');
    await first.finished;
    relay.drop();
    expect(readdirSync(inbox)).not.toContain(PACKET_NAME);
    const before = sum(relay.sent);

    expect(await done(deliver())).toMatchObject({ type: 'done', attempts: 2, verified: 'hash' });
    expect(filesIn(inbox)).toEqual([[PACKET_NAME, sender.sha256]]);
    expect(sum(relay.sent) - before).toBeLessThan((1 - share) * 8 * MEGABYTE + 2 * MEGABYTE);
    const connections = relay.connections();
    expect(await done(deliver())).toMatchObject({ earlier: true });
    expect(relay.connections()).toBe(connections);
  });

  describe('mail', () => {
    /** More than the system itself takes for the line: all that it has not taken is surely not at the server. */
    const LARGE = 18 * MEGABYTE;
    const SMALL = MEGABYTE;
    const messageBytes = (bytes: number) => (bytes * 4 * 78) / (3 * 76);
    const to = (port: number) => `smtp://${encodeURIComponent(MAIL_USER)}@localhost:${port}`;
    const messages = () =>
      (existsSync(smtpd.inbox) ? readdirSync(smtpd.inbox) : []).map((name) =>
        readFileSync(join(smtpd.inbox, name), 'utf8'),
      );
    const attached = (message: string) => {
      const [, base64 = ''] =
        /Content-Disposition: attachment[\s\S]*?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(message) ?? [];
      return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
    };

    test.each([0.01, 0.3])(
      'at %f of the message: sent again, to those that the policy names',
      async (share) => {
        const sender = await createSender(LARGE);
        const policy = join(sender.folder, 'policy.json');
        const mailTo = ['support@vendor.example', 'cases@vendor.example'];
        const recipients = { mailTo, locked: true };
        writeFileSync(policy, JSON.stringify({ formatVersion: 1, recipients }));
        const at = share * messageBytes(LARGE);
        const relay = await stalling(smtpd.port, { afterBytes: at, what: 'stall' });
        const options = ['--to', to(relay.port), '--ca-file', authority.caFile];
        const env = { CASEPACK_DELIVERY_PASSWORD: MAIL_PASSWORD, CASEPACK_POLICY: policy };
        const deliver = deliverCommand(sender, options, env);
        const first = deliver();
        await untilStalled(relay, at);
        first.kill('SIGKILL');
        await first.finished;

        expect(await done(deliver())).toMatchObject({ type: 'done', attempts: 2, verified: 'answer' });
        // One copy for each of the two.
        await expect
          .poll(() => messages().map(attached), { timeout: 30_000 })
          .toEqual([sender.sha256, sender.sha256]);
        expect(messages()[0]).toMatch(/^To: support@vendor\.example, cases@vendor\.example/m);
        const connections = relay.connections();
        expect(await done(deliver())).toMatchObject({ earlier: true });
        expect(relay.connections()).toBe(connections);
      },
    );

    test('when all of it was on its way: the server may have it, so it is left to the user', async () => {
      const sender = await createSender(SMALL);
      const at = messageBytes(SMALL) - 20_000;
      const relay = await stalling(smtpd.port, { afterBytes: at, what: 'stall' });
      const options = [
        ...['--to', to(relay.port), '--ca-file', authority.caFile],
        ...['--mail-to', 'support@vendor.example'],
      ];
      const deliver = deliverCommand(sender, options, { CASEPACK_DELIVERY_PASSWORD: MAIL_PASSWORD });
      const first = deliver();
      await first.said(new RegExp(`"doneBytes":${SMALL},`));
      await untilStalled(relay, at);
      first.kill('SIGKILL');
      await first.finished;

      const second = await deliver().finished;
      expect(second).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('it may have arrived') });
      expect(relay.connections()).toBe(1);
      const again = deliverCommand(sender, [...options, '--again'], {
        CASEPACK_DELIVERY_PASSWORD: MAIL_PASSWORD,
      });
      expect(await done(again())).toMatchObject({ type: 'done', earlier: false });
      await expect.poll(() => messages().map(attached), { timeout: 30_000 }).toEqual([sender.sha256]);
    });
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
