// Tests of electron/engine/collectors/system/system-logs*.ts. Runs in vitest.
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Findings } from '#engine/collectors/collector.ts';
import { systemLogs } from '#engine/collectors/system/system-logs.ts';
import type { Host } from '#engine/host/host.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import type { PartialCaseRequest } from '#shared/schema/case-request.ts';
import { asNobody } from '#test/fixtures/as-nobody.ts';
import { commandOf, look, namesOf } from '#test/fixtures/look.ts';
import { type Planted, plantFiles } from '#test/fixtures/plant-files.ts';
import { noteOf, readSource } from '#test/fixtures/read-source.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const NOW = new Date('2026-11-20T10:15:30+08:00');
const window = { from: '2026-11-19T00:00:00+08:00', to: '2026-11-20T00:00:00+08:00' };
const at = (time: string) => new Date(`${time}+08:00`);

/** A Linux machine in Shanghai with these files and no programs. */
async function linux(files: Readonly<Record<string, Planted>>): Promise<{ folder: string; host: Host }> {
  const folder = await temporaryFolder();
  await plantFiles(folder, files);
  const host = await createLocalHost({ rootFolder: folder });
  return { folder, host: { ...host, platform: 'linux', timeZone: 'Asia/Shanghai', now: () => NOW } };
}

/** One line a minute. */
function minutes(from: string, count: number, stamp: (moment: Date) => string): string {
  const start = at(from).getTime();
  return Array.from({ length: count }, (_, minute) => {
    const moment = new Date(start + minute * 60_000);
    return `${stamp(moment)} ma01 kernel: line ${minute}\n`;
  }).join('');
}

const inShanghai = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString();
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** As syslog has printed it for decades. */
const classic = (moment: Date) => {
  const [month = 1, day = 1] = inShanghai(moment).slice(5, 10).split('-').map(Number);
  return `${MONTHS[month - 1]} ${String(day).padStart(2)} ${inShanghai(moment).slice(11, 19)}`;
};
const iso = (moment: Date) => `${inShanghai(moment).slice(0, 19)}.123456+08:00`;

async function textOfFile(findings: Findings, name: string, host: Host): Promise<string> {
  const source = findings.sources?.find((one) => one.name === name);
  if (source === undefined) throw new Error(`no ${name}`);
  return (await readSource(source, host)).bytes.toString();
}

describe('Linux: the journal and the kernel', () => {
  test('a journal is asked for the last week, newest first, and the kernel for its messages', async () => {
    const findings = await look(systemLogs, await recordedMachine('linux-mediaagent'));
    expect(namesOf(findings)).toEqual(['journal.txt', 'dmesg.txt']);
    const { program, args } = commandOf(findings, 'journal.txt');
    expect(program).toBe('journalctl');
    expect(args).toContain(`@${Date.parse('2026-11-13T10:15:30+08:00') / 1000}`);
    expect(args).toContain('--reverse');
    expect(args).not.toContain('--until');
    // With it journalctl would not say that it hides what this user may not see.
    expect(args).not.toContain('--quiet');
    expect(commandOf(findings, 'dmesg.txt').keepNewest).toBe(true);
  });

  test.each<[string, Partial<PartialCaseRequest>, string[]]>([
    ['the window of the case', { window }, ['--since', '@1795017600', '--until', '@1795104000']],
    [
      'the days around an older incident',
      { occurredAt: '2026-10-01T12:00:00+08:00' },
      [
        ...['--since', `@${Date.parse('2026-09-30T12:00:00+08:00') / 1000}`],
        ...['--until', `@${Date.parse('2026-10-02T12:00:00+08:00') / 1000}`],
      ],
    ],
    [
      'the week before a window that only ends',
      { window: { to: '2026-01-08T00:00:00+08:00' } },
      [
        ...['--since', `@${Date.parse('2026-01-01T00:00:00+08:00') / 1000}`],
        ...['--until', `@${Date.parse('2026-01-08T00:00:00+08:00') / 1000}`],
      ],
    ],
  ])('a journal is asked for %s', async (_, request, expected) => {
    const findings = await look(systemLogs, await recordedMachine('linux-mediaagent'), { request });
    expect(commandOf(findings, 'journal.txt').args).toEqual(expect.arrayContaining(expected));
  });

  test('what the programs say: the journal oldest first, dmesg denied', async () => {
    const host = await recordedMachine('linux-mediaagent');
    const findings = await look(systemLogs, host);
    const [journal, dmesg] = findings.sources ?? [];
    if (journal === undefined || dmesg === undefined) throw new Error('both were expected');
    expect((await readSource(journal, host)).bytes.toString()).toMatch(/服务已启动.*Hardware Error/s);
    expect(await noteOf(dmesg, host)).toMatchObject({
      reason: 'permission-denied',
      detail: 'dmesg: read kernel buffer failed: Operation not permitted',
    });
  });

  test('a machine without any, say a container, has nothing to show and that is no failure', async () => {
    const { host } = await linux({ 'var/log/journal/.keep': '', 'etc/os-release': '' });
    expect(await look(systemLogs, host)).toEqual({ skipped: 'no-system-log' });
  });

  test('a journal folder that is closed to us may hold one', async () => {
    const { host, folder } = await linux({ 'var/log/journal/0123/system.journal': '' });
    for (const path of ['', 'var', 'var/log']) await chmod(join(folder, path), 0o755);
    await chmod(join(folder, 'var/log/journal'), 0o700);
    expect(namesOf(await asNobody(() => look(systemLogs, host)))).toEqual(['journal.txt', 'dmesg.txt']);
  });
});

describe('Linux: log files', () => {
  test('their newest part is taken, of at most 32 MB', async () => {
    const { host } = await linux({ 'var/log/syslog': 'a\n', 'var/log/kern.log': 'b\n', 'var/log/apt/x': '' });
    const findings = await look(systemLogs, host);
    expect(namesOf(findings)).toEqual(['syslog', 'kern.log', 'dmesg.txt']);
    expect(findings.sources?.[0]).toMatchObject({ path: '/var/log/syslog', sizeBytes: 2 });
    expect(findings.sources?.[0]).toMatchObject({ tailBytes: 32 * 1024 ** 2 });
    expect(findings.notes).toBeUndefined();
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

  test.each([
    ['as syslog always did', classic],
    ['in ISO 8601', iso],
  ])('lines dated %s: exactly those of the window, in whole lines, marked as cut', async (_, stamp) => {
    const bytes = minutes('2026-11-17T00:00:00', 5_000, stamp);
    const { host } = await linux({ 'var/log/messages': { bytes, modifiedAt: at('2026-11-20T11:19:00') } });
    const findings = await look(systemLogs, host, { request: { window } });
    const [source] = findings.sources ?? [];
    if (source === undefined) throw new Error('no source');
    const { bytes: taken, outcome } = await readSource(source, host);
    const lines = taken.toString().split('\n');
    expect(lines[0]).toContain('line 2880');
    expect(lines.at(-2)).toContain('line 4320');
    expect(lines).toHaveLength(4_320 - 2_880 + 2);
    expect(outcome).toEqual({ cut: 'time-window' });
  });

  test('a log that walks over New Year is cut in the right year', async () => {
    const bytes = minutes('2025-12-25T00:00:00', 20_000, classic);
    const { host } = await linux({ 'var/log/messages': { bytes, modifiedAt: at('2026-01-07T21:19:00') } });
    const newYear = { from: '2025-12-31T23:00:00+08:00', to: '2026-01-01T01:00:00+08:00' };
    const lines = (
      await textOfFile(await look(systemLogs, host, { request: { window: newYear } }), 'messages', host)
    )
      .trimEnd()
      .split('\n');
    expect([lines[0], lines.at(-1)]).toEqual([
      expect.stringContaining('Dec 31 23:00:00'),
      expect.stringContaining('Jan  1 01:00:00'),
    ]);
    expect(lines).toHaveLength(121);
  });

  test('lines without a time do not hide the others; a file without any is taken whole', async () => {
    const traces = minutes('2026-11-18T00:00:00', 3_000, classic).replaceAll(
      '\n',
      `\n${' at frame\n'.repeat(30)}`,
    );
    const { host } = await linux({
      'var/log/messages': { bytes: traces, modifiedAt: at('2026-11-20T02:00:00') },
      'var/log/kern.log': { bytes: 'no time\n'.repeat(50_000), modifiedAt: at('2026-11-20T02:00:00') },
    });
    const findings = await look(systemLogs, host, { request: { window } });
    const text = await textOfFile(findings, 'messages', host);
    expect(text.startsWith('Nov 19 00:00:00')).toBe(true);
    expect(text).not.toContain('Nov 20 00:01:00');
    expect(text).toContain('Nov 20 00:00:00');
    expect(await textOfFile(findings, 'kern.log', host)).toHaveLength(400_000);
  });

  test('rotated parts of the window come too, compressed ones as they are; the others are listed', async () => {
    const packed = gzipSync('Nov 12 00:00:00 ma01 x\n');
    const file = (bytes: Planted & (string | Buffer), time: string) => ({ bytes, modifiedAt: at(time) });
    const { host } = await linux({
      'var/log/messages': file('Nov 20 09:00:00 ma01 now\n', '2026-11-20T09:00:00'),
      'var/log/messages-20261119': file('Nov 18 12:00:00 ma01 rotated\n', '2026-11-19T03:00:00'),
      'var/log/messages-20261112.gz': file(packed, '2026-11-14T03:00:00'),
      'var/log/messages-20261105.gz': file(packed, '2026-11-05T03:00:00'),
      'var/log/syslog.1': file('Nov 19 01:00:00 ma01 one\n', '2026-11-19T02:00:00'),
      'var/log/syslog.2.gz': file(packed, '2026-11-18T02:00:00'),
      'var/log/syslog_helper': file('not a rotated part\n', '2026-11-19T02:00:00'),
    });
    const findings = await look(systemLogs, host);
    expect(namesOf(findings)).toEqual([
      ...['messages', 'messages-20261119', 'messages-20261112.gz', 'syslog.1', 'syslog.2.gz', 'dmesg.txt'],
    ]);
    expect(findings.leftOut).toEqual([{ reason: 'outside-window', about: '/var/log/messages-20261105.gz' }]);
    const source = findings.sources?.find(({ name }) => name === 'messages-20261112.gz');
    if (source === undefined) throw new Error('no source');
    expect((await readSource(source, host)).bytes).toEqual(packed);
    const narrow = await look(systemLogs, host, { request: { window } });
    expect(namesOf(narrow)).toEqual(['messages-20261119', 'syslog.1', 'dmesg.txt'].slice(1));
    expect(narrow.leftOut?.map(({ about }) => about)).toContain('/var/log/messages-20261119');
  });

  test('rotated parts beyond 64 MB are left out, the oldest first', async () => {
    const big = { bytes: Buffer.alloc(40 * 1024 ** 2, 'x'), modifiedAt: at('2026-11-19T01:00:00') };
    const { host } = await linux({
      'var/log/syslog.1': big,
      'var/log/syslog.2': { ...big, modifiedAt: at('2026-11-18T01:00:00') },
    });
    const findings = await look(systemLogs, host);
    expect(namesOf(findings)).toEqual(['syslog.1', 'dmesg.txt']);
    expect(findings.leftOut).toEqual([{ reason: 'size-limit', about: '/var/log/syslog.2' }]);
  });
});

describe('Windows', () => {
  test('System and Application of the window, as file and as text, never Security', async () => {
    const findings = await look(systemLogs, await recordedMachine('windows-sql-server'), {
      request: { window },
    });
    expect(namesOf(findings)).toEqual(['System.evtx', 'System.txt', 'Application.evtx', 'Application.txt']);
    const query =
      "/q:*[System[TimeCreated[@SystemTime>='2026-11-18T16:00:00.000Z' and @SystemTime<='2026-11-19T16:00:00.000Z']]]";
    const [exported] = findings.sources ?? [];
    if (exported?.kind !== 'export') throw new Error('no export');
    expect(exported.command('D:\\private\\1.tmp')).toMatchObject({
      program: 'C:\\Windows\\System32\\wevtutil.exe',
      args: ['epl', 'System', 'D:\\private\\1.tmp', query, '/ow:true'],
    });
    const { program, args } = commandOf(findings, 'System.txt');
    expect(program).toBe('C:\\Windows\\System32\\wevtutil.exe');
    expect(args).toEqual(['qe', 'System', query, '/f:text', '/rd:true', '/uni:true']);
    expect(JSON.stringify(findings)).not.toContain('Security');
  });

  test('the file comes as it was written, the text as UTF-8, and nothing stays behind', async () => {
    const host = await recordedMachine('windows-sql-server');
    const findings = await look(systemLogs, host);
    const folder = await temporaryFolder();
    const [file, text, denied] = findings.sources ?? [];
    if (file === undefined || text === undefined || denied === undefined)
      throw new Error('three were expected');
    const never = new AbortController().signal;
    expect((await readSource(file, host, never, folder)).bytes.toString('latin1', 0, 7)).toBe('ElfFile');
    expect(await host.list(folder)).toMatchObject({ trouble: 'ENOENT' });
    expect((await readSource(text, host)).bytes.toString()).toMatch(/^Event\[0\]:.*服务 GxCVD/s);
    expect(await noteOf(denied, host)).toMatchObject({ reason: 'permission-denied', detail: '拒绝访问。' });
  });
});

describe('macOS', () => {
  test('the unified log around the incident by the clock of the machine, and the log files', async () => {
    const host = await recordedMachine('macos-client');
    const request = { occurredAt: '2026-11-20T09:00:00+08:00' };
    const findings = await look(systemLogs, host, { request });
    expect(namesOf(findings)).toEqual(['system.log', 'install.log', 'log-show.txt']);
    const { program, args, keepNewest } = commandOf(findings, 'log-show.txt');
    expect([program, keepNewest]).toEqual(['/usr/bin/log', true]);
    expect(args).toEqual([
      ...['show', '--style', 'syslog'],
      ...['--start', '2026-11-20 03:00:00', '--end', '2026-11-20 10:15:30'],
    ]);
    expect(await textOfFile(findings, 'log-show.txt', host)).toContain('cvd[431]');
  });

  test('a window is asked for as it is', async () => {
    const findings = await look(systemLogs, await recordedMachine('macos-client'), { request: { window } });
    expect(commandOf(findings, 'log-show.txt').args).toEqual(
      expect.arrayContaining(['--start', '2026-11-19 00:00:00', '--end', '2026-11-20 00:00:00']),
    );
  });
});
