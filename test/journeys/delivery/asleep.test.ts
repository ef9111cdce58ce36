// A machine that falls asleep while a packet is on its way: the process stands still for longer than the server waits and
// longer than it would wait itself (a minute). When it wakes up it goes on by itself, and one whole packet arrives.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readHistory } from '#engine/delivery/history.ts';
import { trustHost } from '#engine/delivery/ssh/known-hosts.ts';
import { canMount } from '#test/fixtures/small-volume.ts';
import { type Account, createAccount, PASSWORD, USER } from './account.ts';
import { deliverCommand, done } from './deliver-command.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { createAuthority, type PrivateAuthority } from './private-authority.ts';
import { PROXY_PASSWORD, PROXY_USER, startTinyproxy } from './proxies.ts';
import { type Relay, startRelay } from './relay.ts';
import { createSender, PACKET_NAME, type Sender, sha256Of } from './sending.ts';
import { freePort, type ServerProcess } from './server-process.ts';
import { type Sshd, startSshd } from './sshd.ts';
import { type RunningTus, startTus, uploadsIn } from './tus-server.ts';
import { startVsftpd } from './vsftpd.ts';

const MEGABYTE = 1024 ** 2;
const PACKET_BYTES = 16 * MEGABYTE;
/** Where the line becomes slow, so that the process is in the midst of it when it falls asleep. */
const SLOW = { afterBytes: 4 * MEGABYTE, what: 'slow' } as const;
/** A little more than the program waits for a server that does not move. */
const ASLEEP_MS = 62_000;
const SERVER_SECONDS = 3;

describe.runIf(canMount())('asleep in the middle', () => {
  let folder: string;
  let authority: PrivateAuthority;
  let account: Account;
  let nginx: Nginx;
  let sshd: Sshd;
  let vsftpd: ServerProcess;
  let tinyproxy: ServerProcess;
  let tus: RunningTus;
  let tusPort: number;
  let uploads: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-asleep-'));
    authority = createAuthority(folder);
    account = createAccount(folder);
    nginx = await startNginx(folder, authority, { bodySeconds: SERVER_SECONDS });
    sshd = await startSshd(folder, account, undefined, 1);
    vsftpd = await startVsftpd(folder, account, authority, { idleSeconds: SERVER_SECONDS });
    tinyproxy = await startTinyproxy(folder);
    uploads = join(folder, 'uploads');
    mkdirSync(uploads);
    tusPort = await freePort();
    tus = await startTus(uploads, authority, tusPort, SERVER_SECONDS * 1000);
    for (const name of ['sftp', 'ftps']) {
      mkdirSync(join(account.home, name));
      account.own(join(account.home, name));
    }
  });
  afterAll(async () => {
    await Promise.all([nginx, sshd, vsftpd, tinyproxy, tus].map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  interface Sleeper {
    readonly name: string;
    readonly relay: Relay;
    readonly sender: Sender;
    readonly started: ReturnType<ReturnType<typeof deliverCommand>>;
  }

  async function begin(
    name: string,
    port: number,
    faults: Parameters<typeof startRelay>[1],
    options: (relay: Relay, sender: Sender) => Promise<readonly string[]>,
    env?: Record<string, string>,
  ): Promise<Sleeper> {
    const relay = await startRelay(port, faults);
    onTestFinished(() => relay.close());
    const sender = await createSender(PACKET_BYTES);
    const started = deliverCommand(sender, await options(relay, sender), env)();
    return { name, relay, sender, started };
  }
  const caFile = () => ['--ca-file', authority.caFile];

  test('HTTPS, tus, SFTP and FTPS: each goes on when the machine wakes up, and one packet arrives', async () => {
    const sleepers = await Promise.all([
      begin('https', nginx.port, [SLOW], async ({ port }) => [
        ...['--to', `https://localhost:${port}/dav/`],
        ...caFile(),
      ]),
      begin('tus', tusPort, [undefined, SLOW], async ({ port }) => [
        ...['--to', `tus+https://localhost:${port}/files`],
        ...caFile(),
      ]),
      begin('sftp', sshd.port, [SLOW], async ({ port }, { dataFolder, folder: own }) => {
        await trustHost(join(dataFolder, 'known_hosts'), sshd.hostLine.replace(/:\d+/, `:${port}`));
        const identity = join(own, 'key');
        writeFileSync(identity, sshd.identity);
        return ['--to', `sftp://${USER}@localhost:${port}/~/sftp/`, '--identity-file', identity];
      }),
      // Control and data connections both go through the proxy, and so through the relay.
      begin(
        'ftps',
        tinyproxy.port,
        [undefined, SLOW],
        async ({ port }) => [
          ...['--to', `ftps://${USER}@localhost:${vsftpd.port}/~/ftps/`],
          ...['--proxy', `http://${PROXY_USER}@127.0.0.1:${port}`],
          ...caFile(),
        ],
        {
          CASEPACK_DELIVERY_PASSWORD: PASSWORD,
          CASEPACK_PROXY_PASSWORD: PROXY_PASSWORD.replace(' ', '-'),
        },
      ),
    ]);
    await Promise.all(
      sleepers.map(async ({ relay, started }) => {
        while (!relay.sent.some((bytes) => bytes > SLOW.afterBytes + MEGABYTE)) await sleep(20);
        started.kill('SIGSTOP');
      }),
    );
    const asleepAt = performance.now();
    const patient = { timeout: 60_000 };
    await expect.poll(() => sleepers.map(({ relay }) => relay.standing()), patient).toEqual([0, 0, 0, 0]);
    const sentBefore = sleepers.map(({ relay }) => sum(relay.sent));
    await sleep(ASLEEP_MS - (performance.now() - asleepAt));
    for (const { started } of sleepers) started.kill('SIGCONT');
    const awakeAt = performance.now();

    const ends = await Promise.all(sleepers.map(({ started }) => done(started)));
    // None stays for another minute that nobody waits for any more.
    expect(performance.now() - awakeAt).toBeLessThan(45_000);
    for (const end of ends) expect(end).toMatchObject({ type: 'done', attempts: 2, earlier: false });
    const [https, byTus, sftp, ftps] = sleepers.map(({ sender }) => sender.sha256);
    expect(filesIn(join(nginx.root, 'dav'))).toEqual([[PACKET_NAME, https]]);
    expect(uploadsIn(uploads)).toEqual([byTus]);
    expect(filesIn(join(account.home, 'sftp'))).toEqual([[PACKET_NAME, sftp]]);
    expect(filesIn(join(account.home, 'ftps'))).toEqual([[PACKET_NAME, ftps]]);
    // All but PUT go on where they were.
    const sentLater = sleepers.map(({ relay }, at) => sum(relay.sent) - (sentBefore[at] ?? 0));
    expect(sentLater[0]).toBeGreaterThan(PACKET_BYTES);
    for (const bytes of sentLater.slice(1))
      expect(bytes).toBeLessThan(PACKET_BYTES - SLOW.afterBytes + MEGABYTE);
    for (const { sender } of sleepers)
      expect(await readHistory(sender.dataFolder)).toMatchObject([{ outcome: 'delivered' }]);
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const filesIn = (folder: string) => readdirSync(folder).map((name) => [name, sha256Of(join(folder, name))]);
