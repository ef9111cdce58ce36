// Tests of electron/engine/incident/line-head.ts: the quick reading of bytes must agree with the parser of text.
// Runs in vitest.
import { expect, test } from 'vitest';
import { LineHead } from '#engine/incident/line-head.ts';
import { parseLogLine } from '#engine/logs/parse-log-line.ts';

const lines = [
  '15808 4324  03/03 16:01:17 ### 533-0-559-0 Quiesce          1648  Going to suspend DDB. Session [1]',
  '43520 aca4  03/09 16:00:50 230732 QuiesceEngines: Quiescing Engine [532]',
  '  77\t0x9F\t1/2 9:05:00 ### x',
  '1 2 12/31 23:59:60 12',
  '1 2 12/31 23:59:59',
  '\ufeff1 2 12/31 23:59:59 77 with a mark',
  '1 2 11/20/2026 09:30:00 44 year behind',
  '1 2 2026-11-20 09:30:00.250 44 year before',
  '1 2 11/20 09:30:00.250 44 parts of a second',
  '[2026-11-20 09:30:00] ERRORLOG style',
  '2026-11-20 09:30:00.25 spid5s      Starting up',
  '1 2 13/20 09:30:00 ### no such month',
  '1 2 11/32 09:30:00 ### no such day',
  '1 2 11/20 24:30:00 ### no such hour',
  '1 2 11/20 09:30:00abc ### glued',
  '1 xyz 11/20 09:30:00 ### no thread',
  '12:30:00 only a time',
  '    at CVPipe::Open (pipe.cpp:120)',
  '12 files were scanned',
  '1 2 11/20 09:30:00 230801x ### no job',
  '1 2 11/20 09:30:00    230801',
  '',
  '   ',
];

test.each(lines)('%j', (line) => {
  const bytes = Buffer.from(line);
  const head = new LineHead();
  const parsed = parseLogLine(line.replace('\ufeff', ''));
  expect(head.read(bytes, 0, bytes.length)).toBe(parsed !== undefined);
  if (parsed === undefined) return;
  const { month, day, hour, minute, second } = parsed.stamp;
  const quick = (((month * 100 + day) * 100 + hour) * 100 + minute) * 100 + second;
  if (head.other === undefined) expect(head.stamp).toBe(quick);
  else expect(head.other).toEqual(parsed.stamp);
  expect(head.jobId()).toBe(parsed.jobId ?? '');
});

test('it reads a line inside a larger buffer and never beyond it', () => {
  const bytes = Buffer.from('1 2 11/20 09:30:00 77');
  const whole = Buffer.concat([Buffer.from('99\n'), bytes, Buffer.from('8 tail')]);
  const head = new LineHead();
  expect(head.read(whole, 3, 3 + bytes.length)).toBe(true);
  expect(head.jobId()).toBe('77');
});
