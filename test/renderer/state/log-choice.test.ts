// Tests of the pure parts of choosing logs: file-tree, time-range, area-logs, survey-bars. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { logsOfOtherAreas } from '#renderer/state/area-logs.ts';
import { fileTree, foundRows, treeRows } from '#renderer/state/file-tree.ts';
import { barOf, barStart, totalCounts } from '#renderer/state/survey-bars.ts';
import { aroundTime, lastHours } from '#renderer/state/time-range.ts';
import { defaultLogAreas } from '#shared/policy/log-areas.ts';

const logs = 'collected/commvault/logs/Instance001';
const file = (path: string, sizeBytes: number, collector = 'commvault.logs') => ({
  path,
  sizeBytes,
  collector,
});
const files = [
  file('screenshots/01.png', 10, 'user.screenshots'),
  file(`${logs}/CVD.log`, 300),
  file(`${logs}/CVD_2026_11_20_10_00_00.log.gz`, 100),
  file(`${logs}/LibraryServer.log`, 900),
  file(`${logs}/vsbkp_3.log`, 50),
];

describe('fileTree', () => {
  it('sums folders and opens only what is open, the largest first', () => {
    const tree = fileTree(files);
    const shown = (open: string[]) =>
      treeRows(tree, new Set(open)).map(({ name, bytes }) => `${name} ${bytes}`);
    expect(shown([])).toEqual(['commvault 1350', 'screenshots 10']);
    expect(shown(['collected/commvault/', 'collected/commvault/logs/', `${logs}/`]).slice(3, 5)).toEqual([
      'LibraryServer.log 900',
      'CVD.log 300',
    ]);
    expect(treeRows(tree, new Set())[0]?.files).toHaveLength(4);
  });

  it('finds files by any part of their path', () => {
    expect(foundRows(files, 'instance001/cvd').map(({ name }) => name)).toHaveLength(2);
  });
});

describe('logsOfOtherAreas', () => {
  it('keeps the logs of the area and those read for every problem, rolled ones too', () => {
    expect(logsOfOtherAreas(files, 'tape-library', defaultLogAreas)).toEqual([`${logs}/vsbkp_3.log`]);
    expect(logsOfOtherAreas(files, 'virtual-machine', defaultLogAreas)).toEqual([
      `${logs}/LibraryServer.log`,
    ]);
  });

  it('leaves nothing out for an area without a list', () => {
    expect(logsOfOtherAreas(files, 'other', defaultLogAreas)).toEqual([]);
    expect(logsOfOtherAreas(files, undefined, defaultLogAreas)).toEqual([]);
  });
});

describe('time ranges', () => {
  it('are local minutes', () => {
    const now = new Date(2026, 10, 22, 14, 30, 45);
    expect(lastHours(24, now)).toEqual({ rangeFrom: '2026-11-21T14:30', rangeTo: '' });
    expect(aroundTime('2026-11-22T01:00')).toEqual({
      rangeFrom: '2026-11-21T23:00',
      rangeTo: '2026-11-22T03:00',
    });
    expect(aroundTime('')).toBeUndefined();
  });
});

describe('the bars of the chart', () => {
  const series = {
    from: new Date(2026, 10, 22, 10, 0).toISOString(),
    bucketMinutes: 30,
    rows: [
      { instance: 'I', component: 'CVD', total: 3, counts: [1, 0, 2] },
      { instance: 'I', component: 'CVMA', total: 5, counts: [0, 5, 0] },
    ],
    moreRows: 0,
  };

  it('hold all components, and know their moments both ways', () => {
    expect(totalCounts(series)).toEqual([1, 5, 2]);
    expect(barStart(series, 2)).toEqual(new Date(2026, 10, 22, 11, 0));
    expect(barOf(series, '2026-11-22T11:10')).toBe(2);
    expect(barOf(series, '2026-11-22T09:00')).toBe(0);
    expect(barOf(series, '2026-11-23T09:00')).toBe(3);
    expect(barOf(series, '')).toBeUndefined();
  });
});
