// Tests of electron/engine/logs/log-span.ts, with lines written by hand. Runs in vitest.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLocalHost } from '#engine/host/local-host.ts';
import { LogClock } from '#engine/logs/log-clock.ts';
import { readLogName } from '#engine/logs/log-name.ts';
import { readLogSpan } from '#engine/logs/log-span.ts';
import { plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const clock = new LogClock('Asia/Shanghai');
const line = (day: string, time: string, text = 'CVD: ok') => `12345 3039  ${day} ${time} ### ${text}\n`;

async function spanOf(bytes: string | Buffer, name = 'CVD.log', modified = '2026-11-20T12:00:00+08:00') {
  const folder = await temporaryFolder();
  const modifiedAt = new Date(modified);
  await plantFiles(folder, { [name]: { bytes, modifiedAt } });
  const host = await createLocalHost();
  const file = {
    path: join(folder, name),
    sizeBytes: Buffer.byteLength(bytes),
    modifiedAt,
    log: readLogName(name),
  };
  const span = await readLogSpan(host, file, clock);
  return span && [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
}

describe('the time a log spans', () => {
  it('is that of its first and last line', async () => {
    const text =
      line('11/17', '01:00:00') + line('11/18', '02:00:00').repeat(500) + line('11/20', '10:00:00');
    expect(await spanOf(text)).toEqual(['2026-11-16T17:00:00.000Z', '2026-11-20T02:00:00.000Z']);
  });

  it('takes the year from the name of a rolled log', async () => {
    const text = line('12/29', '01:00:00') + line('01/02', '03:00:00');
    expect(await spanOf(text, 'CVD_2024_01_02_03_00_05.log')).toEqual([
      '2023-12-28T17:00:00.000Z',
      '2024-01-01T19:00:00.000Z',
    ]);
  });

  it('walks back over New Year from the time of the file', async () => {
    const text = line('12/31', '23:00:00') + line('01/01', '01:00:00');
    expect(await spanOf(text, 'CVD.log', '2026-01-01T01:00:10+08:00')).toEqual([
      '2025-12-31T15:00:00.000Z',
      '2025-12-31T17:00:00.000Z',
    ]);
  });

  it('passes by a first line that is cut and lines that continue', async () => {
    const trace = '   at CVArchive::write\n'.repeat(300);
    const text = `3039  11/16 22:00:00 ### cut in its PID\n${line('11/17', '01:00:00')}${trace}`;
    expect(await spanOf(text)).toEqual(['2026-11-16T17:00:00.000Z', '2026-11-16T17:00:00.000Z']);
  });

  it('looks further back where the end is one long trace', async () => {
    const trace = `   at CVArchive::write\n`.repeat(2_000);
    const text = line('11/17', '01:00:00').repeat(2_000) + line('11/19', '01:00:00') + trace;
    expect(await spanOf(text)).toEqual(['2026-11-16T17:00:00.000Z', '2026-11-18T17:00:00.000Z']);
  });

  it('reads GBK, and UTF-16 with and without a mark', async () => {
    const text = line('11/17', '01:00:00', '备份失败').repeat(300) + line('11/18', '01:00:00', '恢复');
    const expected = ['2026-11-16T17:00:00.000Z', '2026-11-17T17:00:00.000Z'];
    const wide = Buffer.from(text, 'utf16le');
    expect(await spanOf(wide)).toEqual(expected);
    expect(await spanOf(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toEqual(expected);
    expect(await spanOf(Buffer.from(wide).swap16())).toEqual(expected);
    const words = Buffer.from([0xb1, 0xb8, 0xb7, 0xdd]);
    const gbkLine = (day: string) =>
      Buffer.concat([Buffer.from(line(day, '01:00:00').trim()), words, Buffer.from('\r\n')]);
    expect(await spanOf(Buffer.concat([...Array(300).fill(gbkLine('11/17')), gbkLine('11/18')]))).toEqual(
      expected,
    );
  });

  it('is unknown for an empty file, one without times, and one that is gone', async () => {
    expect(await spanOf('')).toBeUndefined();
    expect(await spanOf('no times here\n'.repeat(20_000))).toBeUndefined();
    const host = await createLocalHost();
    const gone = {
      path: '/no/such/CVD.log',
      sizeBytes: 10,
      modifiedAt: new Date(),
      log: readLogName('CVD.log'),
    };
    expect(await readLogSpan(host, gone, clock)).toBeUndefined();
  });
});
