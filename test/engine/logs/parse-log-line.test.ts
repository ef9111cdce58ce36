// Tests of electron/engine/logs/parse-log-line.ts, with lines written by hand. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { parseLogLine } from '#engine/logs/parse-log-line.ts';

const stamp = { month: 11, day: 20, hour: 9, minute: 15, second: 7, millisecond: 0 };

describe('a log line', () => {
  it('is PID, TID, time, job and message', () => {
    expect(parseLogLine('12345 a3f9  11/20 09:15:07 230801 CVD: session 5 accepted\r\n')).toEqual({
      pid: 12345,
      tid: 'a3f9',
      stamp,
      jobId: '230801',
      message: 'CVD: session 5 accepted',
    });
  });

  it('has no job where the placeholder stands', () => {
    const line = parseLogLine('12345 3039  11/20 09:15:07 ### 533-0-559-0 Quiesce          1648  Going on');
    expect(line).not.toHaveProperty('jobId');
    expect(line?.message).toBe('533-0-559-0 Quiesce          1648  Going on');
  });

  it('is parted by white space, not by columns', () => {
    const line = parseLogLine('  1  7f3b8c0fd700\t11/20   09:15:07\t230801\tok');
    expect(line).toMatchObject({ pid: 1, tid: '7f3b8c0fd700', stamp, jobId: '230801', message: 'ok' });
    expect(parseLogLine('4294967295 0xAB12 11/20 09:15:07 ### ok')).toMatchObject({ tid: 'ab12' });
  });

  it('may print a year, parts of a second, or nothing more than its prefix', () => {
    expect(parseLogLine('1 a 2026/11/20 09:15:07 ### ok')?.stamp).toEqual({ year: 2026, ...stamp });
    expect(parseLogLine('1 a 11/20/2026 09:15:07 ### ok')?.stamp).toEqual({ year: 2026, ...stamp });
    expect(parseLogLine('1 a 11/20 09:15:07.25 ### ok')?.stamp).toEqual({ ...stamp, millisecond: 250 });
    expect(parseLogLine('1 a 11/20 09:15:07 230801')).toEqual({
      pid: 1,
      tid: 'a',
      stamp,
      jobId: '230801',
      message: '',
    });
    expect(parseLogLine('1 a 11/20 09:15:07')).toEqual({ pid: 1, tid: 'a', stamp, message: '' });
  });

  it('takes a message that begins with letters as a message', () => {
    const line = parseLogLine('1 a 11/20 09:15:07 JobManager: 5 jobs');
    expect(line?.message).toBe('JobManager: 5 jobs');
    expect(line).not.toHaveProperty('jobId');
  });

  it('may be of another product, with a whole date and a zone of its own', () => {
    expect(parseLogLine('2026-11-20 09:15:07.00 spid5s      Starting up database')).toEqual({
      stamp: { year: 2026, ...stamp },
      message: 'spid5s      Starting up database',
    });
    expect(parseLogLine('2026-11-20T09:15:07+08:00 ok')?.stamp.utcOffsetMinutes).toBe(480);
    expect(parseLogLine('[2026-11-20 09:15:07,123Z] ok')?.stamp).toEqual({
      year: 2026,
      ...stamp,
      millisecond: 123,
      utcOffsetMinutes: 0,
    });
    expect(parseLogLine('2026-11-20T09:15:07-0330 ok')?.stamp.utcOffsetMinutes).toBe(-210);
  });

  it.each([
    ['', 'empty'],
    ['    at Galaxy::Archive::write(int) + 0x1f', 'a stack'],
    ['3039  11/20 09:15:07 ### cut in its PID', 'truncated'],
    ['20 09:15:07 ### cut in its date', 'truncated'],
    ['12345 3039 13/45 09:15:07 ### no such day', 'impossible'],
    ['12345 3039 11/20 25:15:07 ### no such hour', 'impossible'],
    ['<EventDetail time="11/20 09:15:07"/>', 'XML'],
    ['12345 xyz 11/20 09:15:07 ### no thread', 'no thread'],
  ])('%j continues the line before it', (line) => {
    expect(parseLogLine(line)).toBeUndefined();
  });

  it('keeps Chinese messages', () => {
    expect(parseLogLine('1 a 11/20 09:15:07 230801 备份失败：介质已满')?.message).toBe('备份失败：介质已满');
  });
});
