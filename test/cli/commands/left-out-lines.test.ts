// Tests of electron/cli/commands/left-out-lines.ts. Runs in vitest.
import { expect, it } from 'vitest';
import { leftOutLines } from '#cli/commands/left-out-lines.ts';
import { texts } from '#shared/i18n/texts.ts';

const logs = 'commvault.logs';
const leftOut = [
  { collector: logs, path: 'nas', reason: 'no-area-log' },
  { collector: logs, path: '/a', sizeBytes: 1024, reason: 'outside-window' },
  { collector: logs, path: '/b', sizeBytes: 1024, reason: 'outside-window' },
  { collector: logs, path: '/c', sizeBytes: 5, reason: 'size-limit' },
  { collector: 'commvault.job-results', path: '/d', sizeBytes: 5, reason: 'size-limit' },
];

it('is one line for each collector and reason', () => {
  expect(leftOutLines(leftOut, texts('en'))).toEqual([
    'Left out: commvault.logs, no log of this problem area here: the whole folder, newest first (NAS / NDMP)',
    'Left out: commvault.logs, outside the chosen time window (2 files, 2.0 KB)',
    'Left out: commvault.logs, size limit reached (1 file, 5 B)',
    'Left out: commvault.job-results, size limit reached (1 file, 5 B)',
  ]);
  expect(leftOutLines(leftOut, texts('zh'))[1]).toBe(
    '不采集：commvault.logs，不在所选时间范围内（2 个文件，2.0 KB）',
  );
});

it('is nothing where nothing is left out', () => {
  expect(leftOutLines([], texts('en'))).toEqual([]);
});
