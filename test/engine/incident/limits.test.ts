// Tests of what keeps an incident small: narrow-window.ts, near-focus.ts and trouble-series.ts. Runs in vitest.
import { expect, test } from 'vitest';
import type { IncidentEntry } from '#engine/incident/log-entries.ts';
import { narrowWindow } from '#engine/incident/narrow-window.ts';
import { NearFocus } from '#engine/incident/near-focus.ts';
import { troubleSeries } from '#engine/incident/trouble-series.ts';
import { LocalMoments } from '#engine/local-moments.ts';

const MINUTE_MS = 60_000;
const log = {
  ...{ instance: 'Instance001', component: 'CVD', file: 'CVD.log', path: '/CVD.log', sizeBytes: 1 },
  ...{ modifiedAt: new Date(0), log: { base: 'CVD', rolled: false } },
};

function survey(bytesOfMinute: Record<number, number>) {
  const minutes = new Map(Object.entries(bytesOfMinute).map(([minute, bytes]) => [Number(minute), bytes]));
  return { log, range: { from: 0, to: 1 }, firstNumber: 1, firstYear: 2026, bytesOfMinute: minutes };
}

test('what fits is not narrowed; else the nearest minutes stay, whole and on both sides', () => {
  const surveys = [survey({ 8: 100, 9: 100, 10: 100, 11: 100 }), survey({ 10: 100, 13: 50 })];
  expect(narrowWindow(surveys, 10.5 * MINUTE_MS, 550)).toBeUndefined();
  expect(narrowWindow(surveys, 10.5 * MINUTE_MS, 420)).toEqual({
    from: 9 * MINUTE_MS,
    to: 12 * MINUTE_MS - 1,
  });
  expect(narrowWindow(surveys, 10.5 * MINUTE_MS, 10)).toEqual({
    from: 10 * MINUTE_MS,
    to: 11 * MINUTE_MS - 1,
  });
});

test('the lines nearest to the focus stay within 2 MB, however long they are', () => {
  const near = new NearFocus(1_000);
  const long = (moment: number): IncidentEntry => ({
    log,
    moment,
    line: moment,
    message: '备'.repeat(5_000),
  });
  for (let moment = 1; moment <= 2_000; moment += 1) near.add(long(moment));
  const kept = near.entries().map(({ moment }) => moment);
  expect(near.dropped).toBe(true);
  expect(kept.length * 6_000).toBeLessThan(2 * 1024 ** 2);
  expect(kept.length * 6_000).toBeGreaterThan(1.8 * 1024 ** 2);
  expect([kept.includes(999), kept.includes(1_000), kept.includes(1), kept.includes(2_000)]).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
  expect(kept).toEqual([...kept].sort((a, b) => a - b));
});

test('few lines all stay', () => {
  const near = new NearFocus(3);
  for (const moment of [1, 2, 3, 4]) near.add({ log, moment, line: 1, message: 'm' });
  expect([near.entries().length, near.dropped]).toEqual([4, false]);
});

test('over a long time several minutes make one bar, and only the worst components have a row', () => {
  const times = new LocalMoments('Asia/Shanghai');
  const components = Array.from({ length: 15 }, (_, at) => ({
    ...{ instance: 'Instance001', component: `C${at}` },
    counts: new Map([
      [0, at + 1],
      [599, 1],
    ]),
  }));
  const series = troubleSeries(components, undefined, times);
  expect(series).toMatchObject({ from: '1970-01-01T08:00:00+08:00', bucketMinutes: 5, moreRows: 3 });
  expect(series?.rows).toHaveLength(12);
  expect(series?.rows[0]).toMatchObject({ component: 'C14', total: 16 });
  expect(series?.rows[0]?.counts).toHaveLength(120);
  expect([series?.rows[0]?.counts[0], series?.rows[0]?.counts[119]]).toEqual([15, 1]);
  expect(troubleSeries([], { from: 0, to: 1 }, times)).toBeUndefined();
});
