// Submission to Exim under TLS: the message that arrives, logins, a message that is too large, a lost answer.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { canMount } from '#test/fixtures/small-volume.ts';
import { type Account, createAccount } from './account.ts';
import { type Exim, MAIL_PASSWORD, MAIL_USER, startExim } from './exim.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { startRelay } from './relay.ts';
import { createSender, delivered, IMPATIENCE, PACKET_NAME, problemOf } from './sending.ts';

const MEGABYTE = 1024 ** 2;

describe.runIf(canMount())('mail submission', () => {
  let folder: string;
  let account: Account;
  let authority: PrivateAuthority;
  let smtpd: Exim;
  let inbox: string;
  const user = encodeURIComponent(MAIL_USER);
  const at = () => `smtp://${user}@localhost:${smtpd.port}`;
  const access = () => ({ ca: authority.ca, password: MAIL_PASSWORD, mailTo: 'support@vendor.example' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-mail-'));
    account = createAccount(folder);
    authority = createAuthority(folder);
    smtpd = await startExim(folder, account, authority, '32M');
    inbox = smtpd.inbox;
  });
  afterAll(async () => {
    await smtpd.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    for (const name of listed()) rmSync(join(inbox, name));
  });

  const listed = () => (existsSync(inbox) ? readdirSync(inbox) : []);

  /** Delivery into the folder follows the server's answer. */
  async function messages(): Promise<readonly string[]> {
    for (let waited = 0; listed().length === 0 && waited < 100; waited += 1) await sleep(100);
    await sleep(300);
    return listed().map((name) => readFileSync(join(inbox, name), 'utf8'));
  }

  test.each(['smtp', 'smtps'] as const)('%s: one message with the packet, byte for byte', async (scheme) => {
    const sender = await createSender(MEGABYTE);
    const to = scheme === 'smtp' ? at() : `smtps://${user}@localhost:${smtpd.tlsPort}`;
    const { receipt } = delivered(await sender.send(to, { access: access() }));
    expect(receipt).toMatchObject({ verified: 'answer', answer: expect.stringContaining('250') });
    const [message = '', ...others] = await messages();
    expect(others).toEqual([]);
    expect(message).toMatch(/^To: support@vendor\.example/m);
    expect(message).toMatch(/^From: li@acme\.example/m);
    expect(message).toMatch(new RegExp(`filename="?${PACKET_NAME}`));
    const base64 =
      /Content-Disposition: attachment[\s\S]*?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(message)?.[1] ?? '';
    const content = Buffer.from(base64, 'base64');
    expect(createHash('sha256').update(content).digest('hex')).toBe(sender.sha256);
  });

  test('wrong password, unknown authority, a message that is too large', async () => {
    const sender = await createSender(32 * MEGABYTE);
    const send = async (changes = {}) =>
      problemOf(await sender.send(at(), { access: { ...access(), ...changes }, retries: 1 }));
    expect(await send({ password: 'wrong' })).toMatchObject({ reason: 'login-refused' });
    expect(await send()).toMatchObject({ reason: 'too-large' });
    const unknown = await sender.send(at(), { access: { password: 'x', mailTo: 'a@b.example' } });
    expect(problemOf(unknown)).toMatchObject({ reason: 'certificate-untrusted' });
    expect(listed()).toEqual([]);
  });

  /** More than the system itself takes for the line: what it has not taken is surely not at the server. */
  test.each([0.01, 0.5])('cut at %f of the message: sent again, one arrives', async (share) => {
    const sender = await createSender(18 * MEGABYTE);
    const relay = await startRelay(smtpd.port, [{ afterBytes: share * 24 * MEGABYTE, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const to = `smtp://${user}@localhost:${relay.port}`;
    const { receipt } = delivered(await sender.send(to, { access: access(), retries: 1 }));
    expect(receipt.attempts).toBe(2);
    expect(await messages()).toHaveLength(1);
  });

  test('cut at 0.99 of the message: it may have arrived, so it is left to the user; it had not', async () => {
    const sender = await createSender(2 * MEGABYTE);
    const relay = await startRelay(smtpd.port, [{ afterBytes: 0.99 * 2_870_000, what: 'cut' }]);
    onTestFinished(() => relay.close());
    const to = `smtp://${user}@localhost:${relay.port}`;
    const problem = problemOf(await sender.send(to, { access: access(), retries: 3 }));
    expect(problem).toMatchObject({ reason: 'outcome-unknown' });
    expect(relay.connections()).toBe(1);
    expect(listed()).toEqual([]);
    delivered(await sender.send(to, { access: access(), again: true }));
    expect(await messages()).toHaveLength(1);
  });

  test('the answer is lost: it may have arrived, so it is not sent again by itself', async () => {
    const sender = await createSender(MEGABYTE);
    // All but the very end of the message passes: the server waits for it, and we for its answer.
    const relay = await startRelay(smtpd.port, [{ afterBytes: 1_400_000, what: 'stall' }]);
    onTestFinished(() => relay.close());
    const to = `smtp://${user}@localhost:${relay.port}`;
    const patience = { ...IMPATIENCE, answerMs: 2500 };
    const first = problemOf(await sender.send(to, { access: access(), retries: 3, patience }));
    expect(first).toMatchObject({ reason: 'outcome-unknown' });
    expect(relay.connections()).toBe(1);
    expect(problemOf(await sender.send(to, { access: access() }))).toMatchObject({
      reason: 'outcome-unknown',
    });
    expect(relay.connections()).toBe(1);
    delivered(await sender.send(to, { access: access(), again: true }));
    expect(await messages()).toHaveLength(1);
    const outcomes = (await readHistory(sender.dataFolder)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['failed', 'failed', 'delivered']);
  });
});
