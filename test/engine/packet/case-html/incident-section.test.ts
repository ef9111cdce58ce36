// @vitest-environment jsdom
// Tests of electron/engine/packet/case-html/incident-*.ts as a browser reads it. Runs in vitest.
import { expect, test } from 'vitest';
import { caseSheetHtml } from '#engine/packet/case-html/case-sheet-html.ts';
import { chartTicks } from '#engine/packet/case-html/chart-ticks.ts';
import type { IncidentFacts } from '#shared/schema/incident.ts';
import { sampleSheet } from '#test/fixtures/sample-sheet.ts';

const EVIL = '</title><script>alert(1)</script>"><img src=x onerror=alert(2)>';
const place = { file: 'collected/commvault/logs/Instance001/CVD.log', line: 3 };

const incident: IncidentFacts = {
  ...{
    basis: 'occurred-at',
    focus: '2026-11-20T09:30:00+08:00',
    jobIds: [],
    lineCount: 1_234,
    troubleCount: 7,
  },
  window: { from: '2026-11-20T09:00:00+08:00', to: '2026-11-20T09:45:00+08:00' },
  anchors: [
    {
      ...{
        time: '2026-11-20T09:29:58+08:00',
        instance: 'Instance001',
        component: 'CVD',
        pid: 4120,
        tid: '1a2b',
      },
      ...{ jobId: '230801', message: 'Cannot open\n    at pipe.cpp:120', sign: 'cannot', ...place },
    },
  ],
  codes: [
    {
      code: '19:1131',
      count: 6,
      components: ['CVD', 'CVMA'],
      first: { time: '2026-11-20T09:29:58+08:00', ...place },
    },
  ],
  perMinute: {
    ...{ from: '2026-11-20T09:00:00+08:00', bucketMinutes: 1, moreRows: 2 },
    rows: [
      { instance: 'Instance001', component: 'CVD', total: 6, counts: [0, 4, ...Array(42).fill(0), 2] },
      { instance: 'Instance002', component: 'CVD', total: 1, counts: [1, ...Array(44).fill(0)] },
    ],
  },
};

function page(changes: Partial<IncidentFacts> = {}): Document {
  const markup = caseSheetHtml(sampleSheet({ incident: { ...incident, ...changes } }), [], []);
  return new DOMParser().parseFromString(markup, 'text/html');
}

test('a case without incident has no section', () => {
  const markup = caseSheetHtml(sampleSheet(), [], []);
  expect(new DOMParser().parseFromString(markup, 'text/html').querySelector('.incident')).toBeNull();
});

test('the chart has a bar for each minute with trouble, as high as it is bad, and names in both languages', () => {
  const chart = page().querySelector('svg.chart');
  const bars = [...(chart?.querySelectorAll('rect') ?? [])];
  expect(bars.map((bar) => bar.querySelector('title')?.textContent)).toEqual([
    ...['Instance001 CVD 09:01: 4', 'Instance001 CVD 09:44: 2'],
    'Instance002 CVD 09:00: 1',
  ]);
  const heights = bars.map((bar) => Number(bar.getAttribute('height')));
  expect(heights[0]).toBe(2 * (heights[1] ?? 0));
  expect(heights[0]).toBe(4 * (heights[2] ?? 0));
  const labels = chart?.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const [title, description] = labels.map((id) => chart?.querySelector(`#${id}`)?.textContent ?? '');
  expect(chart?.getAttribute('role')).toBe('img');
  expect(title).toMatch(/每分钟.*\/.*per minute/);
  expect(description).toContain('Instance002 CVD 1');
  expect(chart?.querySelector('.focus')).not.toBeNull();
  expect([...(chart?.querySelectorAll('text') ?? [])].map((text) => text.textContent)).toContain('09:45');
});

test('each line has its text, its file and its number; codes have their counts', () => {
  const section = page().querySelector('.incident');
  expect(section?.querySelector('pre')?.textContent).toBe('Cannot open\n    at pipe.cpp:120');
  const cells = [...(section?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent ?? '');
  expect(cells.some((cell) => cell.endsWith(`${place.file}:3`))).toBe(true);
  expect(cells).toContain('19:1131');
  expect(cells).toContain('CVD, CVMA');
  expect(section?.textContent).toContain('1,234 行，其中 7 行有错误迹象');
  expect(section?.textContent).toContain('另有 2 个组件');
});

test('without trouble it says so; a cut is said', () => {
  const { perMinute, ...quiet } = incident;
  const sheet = sampleSheet({
    incident: { ...quiet, troubleCount: 0, anchors: [], codes: [], cut: 'time-limit' },
  });
  const document = new DOMParser().parseFromString(caseSheetHtml(sheet, [], []), 'text/html');
  expect(document.querySelector('svg')).toBeNull();
  expect(document.querySelector('.incident')?.textContent).toMatch(/没有发现错误迹象.*No sign of trouble/s);
  expect(document.querySelector('.incident')?.textContent).toContain('超过时间限制');
});

test('whatever a log holds is text', () => {
  const [anchor] = incident.anchors;
  const [row] = incident.perMinute?.rows ?? [];
  if (anchor === undefined || row === undefined || incident.perMinute === undefined) throw new Error();
  const document = page({
    anchors: [{ ...anchor, message: EVIL, component: EVIL, instance: EVIL, file: EVIL, jobId: EVIL }],
    codes: [{ code: EVIL, count: 1, components: [EVIL], first: { ...place, time: anchor.time, file: EVIL } }],
    perMinute: { ...incident.perMinute, rows: [{ ...row, component: EVIL, instance: EVIL }] },
  });
  expect(document.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
  expect(document.querySelector('.incident pre')?.textContent).toBe(EVIL);
});

test.each([
  ['2026-11-20T09:00:00+08:00', 45, ['09:00', '09:05', '09:45']],
  ['2026-11-20T23:58:00+08:00', 10, ['23:58', '23:59', '00:08']],
  ['2026-11-20T09:13:00-03:30', 300, ['09:30', '10:00', '14:00']],
  ['2026-11-20T09:13:00+08:00', 3 * 1_440, ['11-20 12:00', '11-21 00:00', '11-23 00:00']],
])('the axis from %s over %i minutes is labelled at round times', (from, span, [first, second, last]) => {
  const labels = chartTicks(from, span).map(({ label }) => label);
  expect([labels[0], labels[1], labels.at(-1)]).toEqual([first, second, last]);
  expect(labels.length).toBeLessThanOrEqual(11);
});
