// Tests of electron/engine/collectors/system/system-logs.ts. Runs in vitest.
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemLogs } from '#engine/collectors/system/system-logs.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { commandOf, look, namesOf } from '#test/fixtures/look.ts';
import { type Planted, plantFiles } from '#test/fixtures/plant-files.ts';
import { noteOf, readSource } from '#test/fixtures/read-source.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const window = { from: '2026-11-19T00:00:00+08:00', to: '2026-11-20T00:00:00+08:00' };

async function linux(files: Readonly<Record<string, Planted>>) {
  const folder = await temporaryFolder();
  await plantFiles(folder, files);
  return { folder, host: await createLocalHost({ rootFolder: folder }) };
}

describe('Linux', () => {
  test('a journal is asked for the last week, newest first, and the kernel for its messages', async () => {
    const findings = await look(systemLogs, await recordedMachine('linux-mediaagent'));
    expect(namesOf(findings)).toEqual(['journal.txt', 'dmesg.txt']);
    const { program, args } = commandOf(findings, 'journal.txt');
    expect(program).toBe('journalctl');
    expect(args).toContain(`@${Date.parse('2026-11-13T10:15:30+08:00') / 1000}`);
    expect(args).toContain('--reverse');
    expect(args).toContain('--lines=100000');
    expect(args).not.toContain('--until');
    // With it journalctl would not say that it hides what this user may not see.
    expect(args).not.toContain('--quiet');
  });

  test('a journal is asked for the window of the case', async () => {
    const findings = await look(systemLogs, await recordedMachine('linux-mediaagent'), {
      request: { window },
    });
    expect(commandOf(findings, 'journal.txt').args).toEqual(
      expect.arrayContaining(['--since', '@1795017600', '--until', '@1795104000']),
    );
  });

  test('without a journal the newest part of the log files is taken', async () => {
    const { host } = await linux({ 'var/log/syslog': 'a\n', 'var/log/kern.log': 'b\n' });
    const findings = await look(systemLogs, host);
    expect(namesOf(findings)).toEqual(['syslog', 'kern.log', 'dmesg.txt']);
    expect(findings.sources?.[0]).toMatchObject({ path: '/var/log/syslog', sizeBytes: 2 });
    expect(findings.sources?.[0]).toMatchObject({ tailBytes: 32 * 1024 ** 2 });
    expect(findings.notes).toBeUndefined();
  });

  test('a machine without any, say a container, has nothing to show and that is no failure', async () => {
    const { host } = await linux({ 'var/log/journal/.keep': '', 'etc/os-release': '' });
    expect(await look(systemLogs, host)).toEqual({ skipped: 'no-system-log' });
  });

  test('a log that may not be read, and one that is a link, are noted', async () => {
    const { host, folder } = await linux({ 'var/log/messages': 'x' });
    for (const path of ['', 'var', 'var/log']) await chmod(join(folder, path), 0o755);
    await chmod(join(folder, 'var/log/messages'), 0o000);
    await symlink('messages', join(folder, 'var/log/syslog'));
    const findings = await asNobody(() => look(systemLogs, host));
    expect(findings.notes).toEqual([
      { reason: 'permission-denied', about: '/var/log/messages', detail: 'EACCES' },
      { reason: 'link-not-followed', about: '/var/log/syslog', detail: 'ELOOP' },
    ]);
    expect(namesOf(findings)).toEqual(['dmesg.txt']);
  });
});

test('Windows: System and Application of the window, never Security', async () => {
  const findings = await look(systemLogs, await recordedMachine('windows-commserve'), {
    request: { window },
  });
  expect(namesOf(findings)).toEqual(['System.txt', 'Application.txt']);
  const { program, args } = commandOf(findings, 'System.txt');
  expect(program).toBe('C:\\Windows\\System32\\wevtutil.exe');
  expect(args.slice(0, 2)).toEqual(['qe', 'System']);
  expect(args).toContain(
    "/q:*[System[TimeCreated[@SystemTime>='2026-11-18T16:00:00.000Z' and @SystemTime<='2026-11-19T16:00:00.000Z']]]",
  );
  expect(args).toContain('/rd:true');
  expect(JSON.stringify(findings)).not.toContain('Security');
});

test('macOS: the log files that are there', async () => {
  const { host } = await linux({ 'var/log/install.log': 'x\n' });
  const findings = await look(systemLogs, { ...host, platform: 'darwin' });
  expect(namesOf(findings)).toEqual(['install.log']);
});

test('what the programs say: the journal as it is, dmesg denied', async () => {
  const host = await recordedMachine('linux-mediaagent');
  const findings = await look(systemLogs, host);
  const [journal, dmesg] = findings.sources ?? [];
  if (journal === undefined || dmesg === undefined) throw new Error('both were expected');
  expect((await readSource(journal, host)).bytes.toString()).toMatch(/Hardware Error.*服务已启动/s);
  expect(await noteOf(dmesg, host)).toMatchObject({
    reason: 'permission-denied',
    detail: 'dmesg: read kernel buffer failed: Operation not permitted',
  });
});
