// Servers whose disk has room, but not for this user: the quota is met in the midst of the packet. Said at once and in these
// words, nothing bears the final name, and once there is room the delivery goes on.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { trustHost } from '#engine/delivery/ssh/known-hosts.ts';
import { quotaVolume } from '#test/fixtures/quota-volume.ts';
import { canMount } from '#test/fixtures/small-volume.ts';
import { createAccount, PASSWORD, USER } from './account.ts';
import { createAuthority } from './private-authority.ts';
import { createSender, delivered, PACKET_NAME, problemOf, sha256Of } from './sending.ts';
import { startSshd } from './sshd.ts';
import { startVsftpd } from './vsftpd.ts';

const MEGABYTE = 1024 ** 2;

describe.runIf(canMount())('a quota at the other end', () => {
  test.for(['sftp', 'ftps'] as const)('%s', async (scheme) => {
    const quota = await quotaVolume('3M');
    const volume = quota.folder;
    // Started where the volume is mounted already: servers have their own view of mounts.
    const folder = mkdtempSync(join(tmpdir(), 'casepack-quota-'));
    const account = createAccount(folder);
    const authority = createAuthority(folder);
    const sshd = await startSshd(folder, account);
    const vsftpd = await startVsftpd(folder, account, authority);
    onTestFinished(async () => {
      await Promise.all([sshd.stop(), vsftpd.stop()]);
      rmSync(folder, { recursive: true, force: true });
    });
    const sender = await createSender();
    await trustHost(join(sender.dataFolder, 'known_hosts'), sshd.hostLine);
    const { port } = scheme === 'sftp' ? sshd : vsftpd;
    const to = `${scheme}://${USER}@localhost:${port}${volume}/`;
    const access = scheme === 'sftp' ? { identity: sshd.identity } : { ca: authority.ca, password: PASSWORD };

    const problem = problemOf(await sender.send(to, { access, retries: 3 }));
    expect(problem).toMatchObject({ reason: 'no-space' });
    // Trying again would end in the same way.
    expect(sender.progress.flatMap(({ pause }) => pause ?? [])).toEqual([]);
    expect(readdirSync(volume)).not.toContain(PACKET_NAME);

    quota.lift();
    const before = sender.progress.length;
    delivered(await sender.send(to, { access }));
    expect(readdirSync(volume)).toEqual([PACKET_NAME]);
    expect(sha256Of(join(volume, PACKET_NAME))).toBe(sender.sha256);
    const first = sender.progress
      .slice(before)
      .find(({ stage, doneBytes }) => stage === 'send' && doneBytes > 0);
    expect(first?.doneBytes).toBeGreaterThanOrEqual(MEGABYTE);
  });
});
