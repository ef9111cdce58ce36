// Uploads by SFTP to OpenSSH: host keys, logins, resuming after cuts and restarts, full disks.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { trustHost } from '#engine/delivery/ssh/known-hosts.ts';
import { canMount, smallVolume } from '#test/fixtures/small-volume.ts';
import { startCasepack } from '../cli/casepack-process.ts';
import { type Account, createAccount, PASSWORD, USER } from './account.ts';
import { startRelay, untilStalled } from './relay.ts';
import {
  createSender,
  delivered,
  IMPATIENCE,
  PACKET_NAME,
  problemOf,
  type SendChanges,
  sha256Of,
} from './sending.ts';
import { PASSPHRASE, type Sshd, startSshd } from './sshd.ts';

const MEGABYTE = 1024 ** 2;

describe.runIf(canMount())('SFTP', () => {
  let folder: string;
  let account: Account;
  let sshd: Sshd;
  let inbox: string;
  const at = (port = sshd.port) => `sftp://${USER}@localhost:${port}${inbox}/`;
  const arrived = () => sha256Of(join(inbox, PACKET_NAME));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-sftp-'));
    account = createAccount(folder);
    sshd = await startSshd(folder, account);
    inbox = join(account.home, 'in box');
  });
  afterAll(async () => {
    await sshd.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    rmSync(inbox, { recursive: true, force: true });
    mkdirSync(inbox);
    account.own(inbox);
  });

  /** A sender that knows the server, also behind a relay's port, and logs in with a key. */
  async function knownSender(bytes?: number, port = sshd.port) {
    const sender = await createSender(bytes);
    await trustHost(join(sender.dataFolder, 'known_hosts'), sshd.hostLine.replace(/:\d+/, `:${port}`));
    const send = (to: string, { access, ...changes }: SendChanges = {}) =>
      sender.send(to, { access: { identity: sshd.identity, ...access }, ...changes });
    return { ...sender, send };
  }

  async function relayed(...faults: Parameters<typeof startRelay>[1]) {
    const relay = await startRelay(sshd.port, faults);
    onTestFinished(() => relay.close());
    return relay;
  }

  test('a server met for the first time gets nothing; once trusted, the packet arrives under its own name', async () => {
    const sender = await createSender();
    const access = { identity: sshd.identity };
    const problem = problemOf(await sender.send(at(), { access, retries: 3 }));
    expect(problem).toMatchObject({
      code: 'unknown-host-key',
      host: `[localhost]:${sshd.port}`,
      keyType: 'ssh-ed25519',
      fingerprint: sshd.fingerprint,
    });
    if (problem.code !== 'unknown-host-key') return;
    expect(problem.line).toBe(sshd.hostLine);
    expect(readdirSync(inbox)).toEqual([]);
    await trustHost(problem.knownHostsFile, problem.line);
    const { receipt } = delivered(await sender.send(at(), { access }));
    expect(receipt.verified).toBe('hash');
    expect(arrived()).toBe(sender.sha256);
    expect(readdirSync(inbox)).toEqual([PACKET_NAME]);
  });

  test('asked whether it trusts a new server: no sends nothing, yes goes on at once and is written down', async () => {
    const sender = await createSender(MEGABYTE);
    const access = { identity: sshd.identity };
    const asked: string[] = [];
    const answer = (trusted: boolean) => async (key: { fingerprint: string }) => {
      asked.push(key.fingerprint);
      return trusted;
    };
    const refused = await sender.send(at(), { access, trustsHost: answer(false) });
    expect(problemOf(refused)).toMatchObject({ code: 'unknown-host-key' });
    expect(readdirSync(inbox)).toEqual([]);
    delivered(await sender.send(at(), { access, trustsHost: answer(true) }));
    expect(arrived()).toBe(sender.sha256);
    expect(asked).toEqual([sshd.fingerprint, sshd.fingerprint]);
    expect(readFileSync(join(sender.dataFolder, 'known_hosts'), 'utf8')).toBe(`${sshd.hostLine}\n`);
    delivered(await sender.send(at(), { access, again: true, trustsHost: answer(false) }));
    expect(asked).toHaveLength(2);
  });

  test('a changed host key is refused, whatever else is known', async () => {
    const sender = await knownSender();
    const other = join(sender.folder, 'other');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other]);
    const [type, key] = readFileSync(`${other}.pub`, 'utf8').split(' ');
    writeFileSync(join(sender.dataFolder, 'known_hosts'), `[localhost]:${sshd.port} ${type} ${key}\n`);
    expect(problemOf(await sender.send(at(), { retries: 3, again: true }))).toMatchObject({
      reason: 'host-key-changed',
      detail: expect.stringContaining(sshd.fingerprint),
    });
    expect(readdirSync(inbox)).toEqual([]);
  });

  test('host names that OpenSSH has hashed are found', async () => {
    const sender = await knownSender(MEGABYTE);
    const file = join(sender.dataFolder, 'known_hosts');
    execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'ignore' });
    expect(readFileSync(file, 'utf8')).toMatch(/^\|1\|/);
    delivered(await sender.send(at()));
  });

  test('logins: key with passphrase, password; and wrong ones', async () => {
    const sender = await knownSender(MEGABYTE);
    const locked = { identity: sshd.identityWithPassphrase, password: PASSPHRASE };
    delivered(await sender.send(at(), { access: locked }));
    const { knownHostsFile } = { knownHostsFile: join(sender.dataFolder, 'known_hosts') };
    const byPassword = await createSender(MEGABYTE);
    rmSync(join(inbox, PACKET_NAME));
    delivered(await byPassword.send(at(), { access: { knownHostsFile, password: PASSWORD } }));
    expect(arrived()).toBe(byPassword.sha256);

    const wrong = await createSender(MEGABYTE);
    const refused = await wrong.send(at(), { access: { knownHostsFile, password: 'wrong' }, retries: 3 });
    expect(problemOf(refused)).toMatchObject({ reason: 'login-refused' });
    const unopened = await wrong.send(at(), {
      access: { knownHostsFile, identity: sshd.identityWithPassphrase, password: 'wrong' },
    });
    expect(problemOf(unopened)).toMatchObject({ reason: 'identity-unusable' });
    expect(wrong.progress.flatMap(({ pause }) => pause ?? [])).toEqual([]);
  });

  test.each([0.01, 0.5, 0.99])('cut at %f of the packet: goes on where it broke off', async (share) => {
    const relay = await relayed({ afterBytes: share * 8 * MEGABYTE, what: 'cut' });
    const sender = await knownSender(undefined, relay.port);
    const { receipt } = delivered(await sender.send(at(relay.port), { retries: 1 }));
    expect(receipt).toMatchObject({ attempts: 2, verified: 'hash' });
    expect(arrived()).toBe(sender.sha256);
    expect(readdirSync(inbox)).toEqual([PACKET_NAME]);
    expect(relay.sent[1]).toBeLessThan((1 - share) * 8 * MEGABYTE + 2 * MEGABYTE);
  });

  test.each([0.01, 0.5, 0.99])(
    'killed at %f: started again, it goes on; a third time sends nothing',
    async (share) => {
      const relay = await relayed({ afterBytes: share * 8 * MEGABYTE, what: 'stall' });
      const sender = await knownSender(undefined, relay.port);
      const identity = join(sender.folder, 'key');
      writeFileSync(identity, sshd.identity);
      const args = [
        'deliver',
        sender.packetPath,
        '--to',
        at(relay.port),
        '--identity-file',
        identity,
        '--json',
      ];
      const options = {
        cwd: sender.folder,
        temporaryFolder: sender.folder,
        env: { CASEPACK_DATA: sender.dataFolder },
      };
      const first = startCasepack(args, options);
      await untilStalled(relay, share * 8 * MEGABYTE);
      first.kill('SIGKILL');
      await first.finished;
      expect(readdirSync(inbox)).not.toContain(PACKET_NAME);
      const again = await startCasepack(args, options).finished;
      expect(JSON.parse(again.lastLine)).toMatchObject({ type: 'done', verified: 'hash', attempts: 2 });
      expect(arrived()).toBe(sender.sha256);
      expect(readdirSync(inbox)).toEqual([PACKET_NAME]);
      expect(relay.sent[1]).toBeLessThan((1 - share) * 8 * MEGABYTE + 3 * MEGABYTE);
      const connections = relay.connections();
      const third = await startCasepack(args, options).finished;
      expect(JSON.parse(third.lastLine)).toMatchObject({ type: 'done', earlier: true });
      expect(relay.connections()).toBe(connections);
    },
  );

  test('stalled: given up after a while, then continued', async () => {
    const relay = await relayed({ afterBytes: 4 * MEGABYTE, what: 'stall' });
    const sender = await knownSender(undefined, relay.port);
    delivered(await sender.send(at(relay.port), { retries: 3, patience: IMPATIENCE }));
    expect(sender.progress.flatMap(({ pause }) => pause ?? [])).toContainEqual(
      expect.objectContaining({ reason: 'stalled' }),
    );
    expect(arrived()).toBe(sender.sha256);
  });

  test('what is there of another packet is not continued', async () => {
    const sender = await knownSender();
    const aside = join(inbox, `${PACKET_NAME}.${sender.sha256.slice(0, 8)}.partial`);
    writeFileSync(aside, Buffer.alloc(3 * MEGABYTE, 7));
    account.own(aside);
    delivered(await sender.send(at()));
    expect(arrived()).toBe(sender.sha256);
  });

  test('a name that is taken is not replaced, unless it is asked for; the same content counts as arrived', async () => {
    const sender = await knownSender(MEGABYTE);
    writeFileSync(join(inbox, PACKET_NAME), 'something else');
    account.own(join(inbox, PACKET_NAME));
    expect(problemOf(await sender.send(at()))).toMatchObject({ reason: 'name-taken' });
    expect(readFileSync(join(inbox, PACKET_NAME), 'utf8')).toBe('something else');
    delivered(await sender.send(at(), { again: true }));
    expect(arrived()).toBe(sender.sha256);
    // The history lost, as after a kill between arrival and writing it down.
    rmSync(join(sender.dataFolder, 'history.jsonl'));
    const relay = await relayed();
    await trustHost(join(sender.dataFolder, 'known_hosts'), sshd.hostLine.replace(/:\d+/, `:${relay.port}`));
    expect(delivered(await sender.send(at(relay.port))).receipt.verified).toBe('hash');
    expect(relay.sent[0]).toBeLessThan(MEGABYTE / 2);
  });

  test('no such folder, no right to write, no space', async () => {
    const sender = await knownSender();
    expect(problemOf(await sender.send(`${at()}none/`))).toMatchObject({ reason: 'not-found' });
    chmodSync(inbox, 0o500);
    expect(problemOf(await sender.send(at()))).toMatchObject({ reason: 'forbidden' });
    chmodSync(inbox, 0o700);
  });

  test('the server restarts meanwhile', async () => {
    const port = sshd.port;
    const sender = await knownSender();
    await sshd.stop();
    const sending = sender.send(at(port), {
      retries: 30,
      patience: { stallMs: 8000, answerMs: 8000, backOffMs: 100 },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    sshd = await startSshd(folder, account, port);
    expect(delivered(await sending).receipt.attempts).toBeGreaterThan(1);
    expect(arrived()).toBe(sender.sha256);
  });
});

describe.runIf(canMount())('SFTP to a full disk', () => {
  test('is told before anything is sent', async () => {
    const volume = await smallVolume('size=2m,mode=777');
    const account = createAccount(mkdtempSync(join(tmpdir(), 'casepack-sftp-')));
    const folder = join(account.home, '..');
    const sshd = await startSshd(folder, account);
    onTestFinished(async () => {
      await sshd.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const sender = await createSender();
    await trustHost(join(sender.dataFolder, 'known_hosts'), sshd.hostLine);
    const to = `sftp://${USER}@localhost:${sshd.port}${volume}/`;
    const access = { identity: sshd.identity };
    expect(problemOf(await sender.send(to, { access }))).toMatchObject({ reason: 'no-space' });
    expect(readdirSync(volume)).toEqual([]);
  });
});
