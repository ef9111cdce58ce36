// Tests of electron/engine/collectors/commvault/log-window.ts with logs written by hand. Runs in vitest.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogFile } from '#engine/collectors/commvault/log-file.ts';
import { logsOutside, windowOf } from '#engine/collectors/commvault/log-window.ts';
import { walkFolder } from '#engine/collectors/walk-folder.ts';
import { createLocalHost } from '#engine/host/local-host.ts';
import { type Planted, plantFiles } from '#test/fixtures/plant-files.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';

const never = new AbortController().signal;
const at = (time: string) => new Date(`${time}+08:00`);
const line = (day: string, time = '10:00:00', text = 'CVD: ok') => `12345 3039  ${day} ${time} ### ${text}\n`;
/** Lines of each day, and the file's time. */
const log = (days: readonly string[], modified: string): Planted => ({
  bytes: days.map((day) => line(day).repeat(60)).join(''),
  modifiedAt: at(modified),
});

async function outside(
  files: Readonly<Record<string, Planted>>,
  window: { from?: string; to?: string },
): Promise<string[]> {
  const folder = await temporaryFolder();
  await plantFiles(folder, files);
  const host = { ...(await createLocalHost()), timeZone: 'Asia/Shanghai' };
  const found = await walkFolder(host, folder, never);
  const span = windowOf({ window });
  if (span === undefined) throw new Error('no window');
  const all = found.files.map((file) => new LogFile(file, 'Instance001'));
  const judged = await logsOutside(span, all, host, never);
  return [...judged].map(({ relativePath }) => relativePath).sort();
}

const lastDay = { from: '2026-11-19T10:00:00+08:00' };

describe('without a window', () => {
  it('there is nothing to be outside of', () => {
    expect(windowOf({ window: {} })).toBeUndefined();
  });
});

describe('rolled logs', () => {
  it('are judged by the time of their lines', async () => {
    const files = {
      'CVD_2026_11_15_12_00_00.log': log(['11/14', '11/15'], '2026-11-15T12:00:00'),
      'CVD_2026_11_19_12_00_00.log': log(['11/15', '11/19'], '2026-11-19T12:00:00'),
      'CVD_1.log': log(['11/12', '11/13'], '2026-11-13T10:00:00'),
    };
    expect(await outside(files, lastDay)).toEqual(['CVD_1.log', 'CVD_2026_11_15_12_00_00.log']);
    const week = { from: '2026-11-13T00:00:00+08:00', to: '2026-11-13T23:00:00+08:00' };
    expect(await outside(files, week)).toEqual([
      'CVD_2026_11_15_12_00_00.log',
      'CVD_2026_11_19_12_00_00.log',
    ]);
  });

  it('are kept where a single line touches the window', async () => {
    const files = {
      'CVD_2026_11_19_10_00_00.log': log(['11/14', '11/19'], '2026-11-19T10:00:00'),
    };
    expect(await outside(files, lastDay)).toEqual([]);
    expect(await outside(files, { from: '2026-11-19T10:00:01+08:00' })).toHaveLength(1);
    expect(await outside(files, { to: '2026-11-14T10:00:00+08:00' })).toEqual([]);
    expect(await outside(files, { to: '2026-11-14T09:59:59+08:00' })).toHaveLength(1);
  });

  it('are kept where the file’s time contradicts their lines by more than a day', async () => {
    const files = {
      'CVD_2026_11_15_12_00_00.log': log(['11/14', '11/15'], '2026-11-20T09:00:00'),
      'CVMA_2026_11_15_12_00_00.log': log(['11/14', '11/15'], '2026-11-16T09:00:00'),
      'EvMgrS_2026_11_19_12_00_00.log': log(['11/18', '11/19'], '2026-01-01T00:00:00'),
    };
    expect(await outside(files, { from: '2026-11-20T00:00:00+08:00' })).toEqual([
      'CVMA_2026_11_15_12_00_00.log',
    ]);
  });

  it('reach over New Year', async () => {
    const files = {
      'CVD_2026_01_02_03_00_00.log': log(['12/28', '01/02'], '2026-01-02T03:00:00'),
      'CVD_2025_12_28_03_00_00.log': log(['12/20', '12/28'], '2025-12-28T03:00:00'),
      'CVD_1.log': log(['12/30', '01/03'], '2026-01-03T10:00:00'),
    };
    const newYear = { from: '2025-12-31T00:00:00+08:00', to: '2026-01-01T12:00:00+08:00' };
    expect(await outside(files, newYear)).toEqual(['CVD_2025_12_28_03_00_00.log']);
    const yearLater = { from: '2026-12-27T00:00:00+08:00', to: '2026-12-31T00:00:00+08:00' };
    expect(await outside(files, yearLater)).toHaveLength(3);
  });

  it('may be GBK, or UTF-16 without a mark, or begin in the middle of a line', async () => {
    const gbk = Buffer.concat([
      Buffer.from(line('11/14')),
      Buffer.from(line('11/14').trim()),
      Buffer.from([0xb1, 0xb8, 0xb7, 0xdd, 0x0a]),
    ]);
    const modifiedAt = at('2026-11-14T10:00:00');
    const files: Record<string, Planted> = {
      'a_1.log': { bytes: gbk, modifiedAt },
      'b_1.log': { bytes: Buffer.from(line('11/14').repeat(500), 'utf16le'), modifiedAt },
      'c_1.log': { bytes: `11/14 10:00:00 ### rest of a line\n${line('11/14')}`, modifiedAt },
    };
    expect(await outside(files, lastDay)).toEqual(['a_1.log', 'b_1.log', 'c_1.log']);
  });

  it('are kept where no line has a time', async () => {
    const files = { 'CVD_1.log': { bytes: 'no times\n'.repeat(99), modifiedAt: at('2026-01-01T00:00:00') } };
    expect(await outside(files, lastDay)).toEqual([]);
  });
});

describe('current logs', () => {
  it('are kept where they touch the window or tell no time', async () => {
    const files = {
      'CVD.log': log(['11/15', '11/20'], '2026-11-20T10:00:00'),
      'quiet.log': log(['08/01', '08/02'], '2026-08-02T10:00:00'),
      'empty.log': { bytes: '', modifiedAt: at('2026-01-01T00:00:00') },
      'dump.dmp': { bytes: Buffer.alloc(9_000, 1), modifiedAt: at('2026-01-01T00:00:00') },
    };
    expect(await outside(files, lastDay)).toEqual(['quiet.log']);
    expect(await outside(files, { to: '2026-11-14T00:00:00+08:00' })).toEqual(['CVD.log']);
  });
});

describe('compressed logs', () => {
  const packed = (modified: string): Planted => ({ bytes: Buffer.from('PK'), modifiedAt: at(modified) });

  it.each(['zip', 'gz', 'bz2', '7z', 'zst'])(
    '.%s are judged by the file’s time, with a day to spare',
    async (ending) => {
      const files = {
        [`CVD_1.log.${ending}`]: packed('2026-11-18T11:00:00'),
        [`CVD_2.log.${ending}`]: packed('2026-11-18T09:00:00'),
      };
      expect(await outside(files, lastDay)).toEqual([`CVD_2.log.${ending}`]);
    },
  );

  it('begin where the roll before them ended', async () => {
    const files = {
      'CVD_2026_11_10_00_00_00.log.gz': packed('2026-11-10T00:00:00'),
      'CVD_2026_11_14_00_00_00.log.gz': packed('2026-11-14T00:00:00'),
      'CVD_2026_11_16_00_00_00.log.gz': packed('2026-11-16T00:00:00'),
      'CVMA_2026_11_16_00_00_00.log.gz': packed('2026-11-16T00:00:00'),
    };
    const day = { from: '2026-11-11T12:00:00+08:00', to: '2026-11-12T00:00:00+08:00' };
    expect(await outside(files, day)).toEqual([
      'CVD_2026_11_10_00_00_00.log.gz',
      'CVD_2026_11_16_00_00_00.log.gz',
    ]);
  });

  it('are kept where name and file disagree', async () => {
    const files = { 'CVD_2026_11_10_00_00_00.log.gz': packed('2026-11-13T00:00:00') };
    expect(await outside(files, lastDay)).toEqual([]);
  });
});

it('hears cancel', async () => {
  const host = await createLocalHost();
  const place = { path: join('/tmp', 'x.log'), relativePath: 'x.log', within: '/tmp' };
  const file = { ...place, sizeBytes: 1, modifiedAt: new Date() };
  const window = { from: 0, to: 1 };
  await expect(
    logsOutside(window, [new LogFile(file, 'Instance001')], host, AbortSignal.abort()),
  ).rejects.toThrow('aborted');
});
