// Tests of electron/engine/incident: the time line out of logs of every form, as text and as data. Runs in vitest.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { incidentFiles, investigate, LOGS_FOLDER, shanghai } from '#test/fixtures/incident-logs.ts';

const occurredAt = '2026-11-20T09:30:00+08:00';

describe('around a time', () => {
  test('the lines of all instances, components and encodings are one sequence, each with its place', async () => {
    const { report } = await investigate(incidentFiles, { occurredAt });
    const seen = report.lines.map(({ time, instance, component, file, line }) =>
      [
        time.slice(11, 19),
        instance.slice(-1),
        component,
        `${file.slice(file.lastIndexOf('/') + 1)}:${line}`,
      ].join(' '),
    );
    expect(seen).toEqual([
      '09:03:00 1 CVD CVD_2026_11_20_09_04_00.log:1',
      '09:03:59 1 CVD CVD_2026_11_20_09_04_00.log:2',
      '09:05:00 1 CVD CVD.log:2',
      '09:29:57 1 clBackup clBackup_2026_11_20_09_40_00.log.gz:1',
      '09:29:58 1 CVD CVD.log:3',
      '09:29:59 1 JobManager JobManager.log:1',
      '09:29:59 2 CVD CVD.log:1',
      '09:30:00 1 JobManager JobManager.log:2',
      '09:30:10 2 CVD CVD.log:2',
      '09:30:30 3 EvMgrS EvMgrS.log:1',
      '09:30:31 3 EvMgrS EvMgrS.log:2',
      '09:31:00 1 CVD CVD.log:6',
      '09:39:00 1 clBackup clBackup_2026_11_20_09_40_00.log.gz:2',
    ]);
    expect(report.window).toEqual({ from: '2026-11-20T09:00:00+08:00', to: '2026-11-20T09:45:00+08:00' });
    expect(report).toMatchObject({ basis: 'occurred-at', focus: occurredAt, lineCount: 13, linesCut: false });
  });

  test('a line keeps those that continue it, and its text is read in its own encoding', async () => {
    const { report } = await investigate(incidentFiles, { occurredAt });
    const at = (place: string) =>
      report.lines.find(({ file, line }) => `${file}:${line}` === `${LOGS_FOLDER}/${place}`);
    expect(at('Instance001/CVD.log:3')).toEqual({
      ...{ time: '2026-11-20T09:29:58+08:00', instance: 'Instance001', component: 'CVD' },
      ...{ pid: 4120, tid: '1a2b', jobId: '230801', file: `${LOGS_FOLDER}/Instance001/CVD.log`, line: 3 },
      message:
        'Cannot open the pipe, error=0xeccc0010\n    at CVPipe::Open (pipe.cpp:120)\n    Error Code: [19:1131] and nothing else',
    });
    expect(at('Instance002/CVD.log:1')?.message).toBe('备份失败 ErrNo. 10061');
    expect(at('Instance003/EvMgrS.log:1')?.message).toBe('事件：连接 failed');
    expect(at('Instance001/JobManager.log:1')?.message).toBe(
      'Scheduler  Set pending cause [Error Code:[19:1131] no data]',
    );
  });

  test('first trouble of each component, codes by number, minutes for the chart', async () => {
    const { report } = await investigate(incidentFiles, { occurredAt });
    expect(
      report.anchors.map(({ instance, component, sign, code }) => [
        instance.slice(-1),
        component,
        sign,
        code,
      ]),
    ).toEqual([
      ['1', 'CVD', 'failed', undefined],
      ['1', 'clBackup', 'errno', 'ErrNo 104'],
      ['1', 'CVD', 'error-code', '19:1131'],
      ['1', 'JobManager', 'error-code', '19:1131'],
      ['2', 'CVD', 'errno', 'ErrNo 10061'],
      ['1', 'JobManager', 'return-value', 'iRet -1'],
      ['3', 'EvMgrS', 'failed', undefined],
    ]);
    expect(report.codes[0]).toEqual({
      ...{ code: '19:1131', count: 2, components: ['CVD', 'JobManager'] },
      first: { time: '2026-11-20T09:29:58+08:00', file: `${LOGS_FOLDER}/Instance001/CVD.log`, line: 3 },
    });
    expect(report.codes.map(({ code }) => code)).toContain('0xECCC0010');
    expect(report.troubleCount).toBe(7);
    expect(report.perMinute).toMatchObject({
      from: '2026-11-20T09:00:00+08:00',
      bucketMinutes: 1,
      moreRows: 0,
    });
    const cvd = report.perMinute?.rows.find(
      ({ instance, component }) => `${instance} ${component}` === 'Instance001 CVD',
    );
    expect(cvd).toMatchObject({ total: 2 });
    expect(cvd?.counts).toHaveLength(45);
    expect([cvd?.counts[3], cvd?.counts[29]]).toEqual([1, 1]);
  });

  test('the text marks trouble, aligns its columns and names the place', async () => {
    const { text } = await investigate(incidentFiles, { occurredAt });
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^ {2}time +instance +component +pid +tid +job message \[file:line\]$/);
    expect(text).toContain(
      '! 2026-11-20 09:29:58+08:00 Instance001 CVD           4120   1a2b   230801 Cannot open the pipe, error=0xeccc0010 [CVD.log:3]\n' +
        '  |     at CVPipe::Open (pipe.cpp:120)\n',
    );
    expect(lines.filter((line) => line.startsWith('!'))).toHaveLength(7);
    expect(text).not.toContain('long before');
    expect(text).not.toContain('after it all');
  });

  test('nothing at that time: said, and no failure', async () => {
    const { report, outcome, text } = await investigate(incidentFiles, {
      occurredAt: '2026-11-25T09:30:00+08:00',
    });
    expect(report).toMatchObject({ lineCount: 0, troubleCount: 0, anchors: [], lines: [] });
    expect(report.perMinute).toBeUndefined();
    expect(outcome).toMatchObject({ notes: [{ reason: 'no-lines-found' }] });
    expect(text.split('\n')).toHaveLength(2);
  });
});

describe('the year that lines do not print', () => {
  const line = (time: string, text: string) => `1  2  ${time} ### ${text}\n`;

  test('a log that walks over New Year', async () => {
    const bytes = [
      line('12/30 23:00:00', 'two days before'),
      line('12/31 23:55:00', 'old year'),
      line('01/01 00:05:00', 'new year'),
      line('12/31 23:59:59', 'a thread that is late'),
      line('01/01 00:06:00', 'go on'),
    ].join('');
    const files = { 'Instance001/CVD.log': { bytes, modifiedAt: shanghai('00:06:10', '2027-01-01') } };
    const { report } = await investigate(files, { occurredAt: '2027-01-01T00:10:00+08:00' });
    expect(report.lines.map(({ time, message }) => [time, message])).toEqual([
      ['2026-12-31T23:55:00+08:00', 'old year'],
      ['2027-01-01T00:05:00+08:00', 'new year'],
      ['2026-12-31T23:59:59+08:00', 'a thread that is late'],
      ['2027-01-01T00:06:00+08:00', 'go on'],
    ]);
  });

  test('a quiet log that reaches back years, and one that was copied much later', async () => {
    const quiet = [
      line('11/20 09:30:00', 'in 2024'),
      line('03/01 09:30:00', 'in 2025'),
      line('11/20 09:30:00', 'in 2025 again'),
      line('11/20 09:20:00', 'in 2025, late'),
      line('02/01 00:00:00', 'in 2026'),
      line('11/20 09:31:00', 'in 2026, the one'),
    ].join('');
    const files = {
      'Instance001/commserveDR.log': { bytes: quiet, modifiedAt: shanghai('09:31:00') },
      'Instance001/CVD.log': {
        bytes: line('11/20 09:32:00', 'copied'),
        modifiedAt: shanghai('08:00:00', '2027-03-01'),
      },
    };
    const { report } = await investigate(files, { occurredAt });
    expect(report.lines.map(({ message }) => message)).toEqual(['in 2026, the one', 'copied']);
  });

  test('one wild line does not move the others into another year', async () => {
    const bytes = [
      line('11/20 09:29:00', 'before'),
      line('12/31 00:00:00', 'wild'),
      line('11/20 09:30:00', 'after'),
    ].join('');
    const files = { 'Instance001/CVD.log': { bytes, modifiedAt: shanghai('09:31:00') } };
    const { report } = await investigate(files, { occurredAt });
    expect(report.lines.map(({ message }) => message)).toEqual(['before', 'after']);
  });

  test('the name of a rolled log counts for more than the time of its file', async () => {
    const files = {
      'Instance001/CVD_2026_11_20_09_40_00.log': {
        bytes: line('11/20 09:30:00', 'rolled'),
        modifiedAt: shanghai('08:00:00', '2027-12-01'),
      },
    };
    const { report } = await investigate(files, { occurredAt });
    expect(report.lines.map(({ time }) => time)).toEqual(['2026-11-20T09:30:00+08:00']);
  });
});

describe('around a job', () => {
  test('all of its lines, and everything near its first trouble', async () => {
    const files = {
      ...incidentFiles,
      'Instance002/CVMA.log': {
        bytes:
          '5 5 11/20 03:00:00 230801 began\n5 5 11/20 03:01:00 1230801 another job\n5 5 11/20 09:34:00 ### near\n',
        modifiedAt: shanghai('09:40:00'),
      },
      'Instance002/VSS.log.gz': {
        bytes: gzipSync('5 5 11/20 11:00:00 230801 ended\n'),
        modifiedAt: shanghai('11:00:00'),
      },
    };
    const { report } = await investigate(files, { jobIds: ['230801'] });
    expect(report).toMatchObject({ basis: 'job', jobIds: ['230801'], focus: '2026-11-20T09:29:57+08:00' });
    expect(report.window).toEqual({ from: '2026-11-20T09:24:57+08:00', to: '2026-11-20T09:34:57+08:00' });
    const seen = report.lines.map(({ time, message }) => `${time.slice(11, 16)} ${message.split('\n')[0]}`);
    expect(seen[0]).toBe('03:00 began');
    expect(seen.at(-1)).toBe('11:00 ended');
    expect(seen).toContain('09:34 near');
    expect(seen).toContain('09:31 CVSession: closed, error=0x0');
    expect(seen.join()).not.toMatch(/another job$|rolled|connected/);
    expect(report.lines.filter(({ time }) => time.slice(11, 16) === '03:01')).toEqual([]);
  });

  test('a job without trouble has its own lines only; an unknown one none', async () => {
    const files = {
      'Instance001/CVMA.log': {
        bytes: '5 5 11/20 03:00:00 77 began\n5 5 11/20 03:00:01 ### other\n5 5 11/20 05:00:01 77 ended\n',
        modifiedAt: shanghai('05:00:02'),
      },
    };
    const found = await investigate(files, { jobIds: ['77'] });
    expect(found.report.lines.map(({ message }) => message)).toEqual(['began', 'ended']);
    expect(found.report.focus).toBeUndefined();
    expect((await investigate(files, { jobIds: ['78'] })).outcome).toMatchObject({
      notes: [{ reason: 'no-lines-found', about: '78' }],
    });
  });
});

describe('too much', () => {
  test('the JSON keeps the lines nearest to the incident and says that it is cut', async () => {
    const bytes = Array.from({ length: 12_000 }, (_, at) => {
      const second = shanghai('09:20:00').getTime() / 1000 + Math.floor(at / 10);
      const time = new Date((second + 8 * 3600) * 1000).toISOString().slice(11, 19);
      return `1  2  11/20 ${time} ### line ${at}\n`;
    }).join('');
    const files = { 'Instance001/CVD.log': { bytes, modifiedAt: shanghai('09:40:00') } };
    const { report, text } = await investigate(files, { occurredAt });
    expect(report.lineCount).toBe(12_000);
    expect(report.linesCut).toBe(true);
    expect(report.lines).toHaveLength(5_000);
    expect([report.lines[0]?.message, report.lines.at(-1)?.message]).toEqual(['line 3500', 'line 8499']);
    expect(text.split('\n')).toHaveLength(12_002);
  });

  test('a damaged archive, a log in pieces without line ends and a vanished one cost only themselves', async () => {
    const packed = gzipSync(`1 2 11/20 09:30:00 ### readable\n${'x'.repeat(500_000)}`, { level: 0 });
    const files = {
      'Instance001/broken.log.gz': { bytes: packed.subarray(0, 200_000), modifiedAt: shanghai('09:40:00') },
      'Instance001/no-gz.log.gz': { bytes: 'no gzip at all', modifiedAt: shanghai('09:40:00') },
      'Instance001/long.log': {
        bytes: `1 2 11/20 09:30:01 ### long${'y'.repeat(3_000_000)}\n1 2 11/20 09:30:02 ### next\n`,
        modifiedAt: shanghai('09:40:00'),
      },
    };
    const { report } = await investigate(files, { occurredAt });
    expect(report.lines.map(({ message, line }) => [message.slice(0, 8), line])).toEqual([
      ['readable', 1],
      ['longyyyy', 1],
      ['next', 2],
    ]);
    expect(report.lines[1]?.message.length).toBeLessThan(2_100);
  });
});
