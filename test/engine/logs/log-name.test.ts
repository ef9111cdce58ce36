// Tests of electron/engine/logs/log-name.ts, with lines written by hand. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { readLogName } from '#engine/logs/log-name.ts';

const rolledAt = { year: 2026, month: 11, day: 17, hour: 1, minute: 2, second: 3 };

describe('a log file name', () => {
  it.each([
    ['CVD.log', { base: 'CVD', rolled: false }],
    ['cvd.LOG', { base: 'cvd', rolled: false }],
    ['C:\\Program Files\\Commvault\\ContentStore\\Log Files\\CVD.log', { base: 'CVD', rolled: false }],
    ['/var/log/commvault/Log_Files/cvd.log', { base: 'cvd', rolled: false }],
    ['CVD_2026_11_17_01_02_03.log', { base: 'CVD', rolled: true, rolledAt }],
    ['CVD_2026_11_17_1_2_3.log', { base: 'CVD', rolled: true, rolledAt }],
    ['CVD_1.log', { base: 'CVD', rolled: true }],
    ['CVD_12.log', { base: 'CVD', rolled: true }],
    ['CVD_2026_11_17_01_02_03_1.log', { base: 'CVD', rolled: true, rolledAt }],
    ['CVD.log.1', { base: 'CVD', rolled: true }],
    ['ERRORLOG', { base: 'ERRORLOG', rolled: false }],
    ['ERRORLOG.6', { base: 'ERRORLOG', rolled: true }],
    ['CVD.log.gz', { base: 'CVD', rolled: true, compression: 'gz' }],
    ['CVD_2026_11_17_01_02_03.log.bz2', { base: 'CVD', rolled: true, rolledAt, compression: 'bz2' }],
    ['CVD_2026_11_17_01_02_03.ZIP', { base: 'CVD', rolled: true, rolledAt, compression: 'zip' }],
    ['CVD_3.7z', { base: 'CVD', rolled: true, compression: '7z' }],
    ['CVD_3.log.zst', { base: 'CVD', rolled: true, compression: 'zst' }],
    ['备份日志.log', { base: '备份日志', rolled: false }],
    ['_1.log', { base: '_1', rolled: false }],
  ])('%s', (name, expected) => {
    expect(readLogName(name)).toEqual(expected);
  });

  it('is rolled but of no known time where the time is impossible', () => {
    expect(readLogName('CVD_2026_13_40_25_61_00.log')).toEqual({ base: 'CVD', rolled: true });
  });

  it('is not shortened to another log', () => {
    expect(readLogName('CVMAnything.log').base).toBe('CVMAnything');
    expect(readLogName('CVMA_Helper.log').base).toBe('CVMA_Helper');
    expect(readLogName('iDA64_2012.log').base).toBe('iDA64_2012');
  });
});
