// Trouble lines over time as inline SVG: one row of bars a component, so that it needs no colours to be told apart, prints,
// and works in the dark. Runs in the engine's process.
import { texts } from '#shared/i18n/texts.ts';
import type { IncidentSeries } from '#shared/schema/incident.ts';
import { chartTicks, clockTime } from './chart-ticks.ts';
import { type Html, html } from './html.ts';

const MINUTE_MS = 60_000;
const WIDTH = 1000;
const LABELS_WIDTH = 230;
const TOTALS_WIDTH = 70;
const BARS_WIDTH = WIDTH - LABELS_WIDTH - TOTALS_WIDTH;
const ROW_HEIGHT = 36;
const BAR_HEIGHT = 28;
const TOP = 18;
const AXIS_HEIGHT = 24;
const MAX_LABEL_CHARACTERS = 30;

/** @param focus the moment the time line is laid around: a dashed line. */
export function incidentChart(series: IncidentSeries, focus: string | undefined): Html {
  const { rows, bucketMinutes, from } = series;
  const buckets = rows[0]?.counts.length ?? 0;
  const highest = tallestBar(series);
  const height = TOP + rows.length * ROW_HEIGHT + AXIS_HEIGHT;
  const step = BARS_WIDTH / buckets;
  const timeAt = (bucket: number) => clockTime(from, bucket * bucketMinutes).slice(11, 16);
  const several = new Set(rows.map(({ instance }) => instance)).size > 1;
  const nameOf = (row: IncidentSeries['rows'][number]) =>
    several ? `${row.instance} ${row.component}` : row.component;

  const lanes = rows.map((row, position) => {
    const floor = TOP + (position + 1) * ROW_HEIGHT;
    const bars = row.counts.map((count, bucket) => {
      if (count === 0) return undefined;
      const tall = Math.max(2, (count / highest) * BAR_HEIGHT);
      const [x, y] = [LABELS_WIDTH + bucket * step, floor - tall];
      return html`<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(1.5, step - 1))}" height="${round(tall)}"><title>${nameOf(row)} ${timeAt(bucket)}: ${count}</title></rect>`;
    });
    return html`<text x="${LABELS_WIDTH - 10}" y="${floor - 6}" text-anchor="end">${shortened(nameOf(row))}</text><line x1="${LABELS_WIDTH}" x2="${LABELS_WIDTH + BARS_WIDTH}" y1="${floor}" y2="${floor}"/>${bars}<text class="total" x="${LABELS_WIDTH + BARS_WIDTH + 10}" y="${floor - 6}">${row.total}</text>`;
  });
  const perMinute = BARS_WIDTH / (buckets * bucketMinutes);
  const ticks = chartTicks(from, buckets * bucketMinutes).map(
    ({ atMinutes, label }) =>
      html`<text x="${round(LABELS_WIDTH + atMinutes * perMinute)}" y="${height - 6}" text-anchor="middle">${label}</text>`,
  );
  const title = (['zh', 'en'] as const).map((language) =>
    texts(language).sheet.incident.chart(bucketMinutes),
  );
  const totals = rows.map((row) => `${nameOf(row)} ${row.total}`).join(', ');
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="incident-chart-title incident-chart-desc"><title id="incident-chart-title">${title.join(' / ')}</title><desc id="incident-chart-desc">${totals}</desc>${lanes}${ticks}${focusLine(series, focus, buckets * bucketMinutes, height)}</svg>`;
}

/** @returns how many lines the tallest bar stands for; all rows share its scale. */
export function tallestBar({ rows }: IncidentSeries): number {
  return rows.reduce((most, { counts }) => counts.reduce((a, b) => Math.max(a, b), most), 1);
}

function focusLine(
  { from }: IncidentSeries,
  focus: string | undefined,
  spanMinutes: number,
  height: number,
): Html | undefined {
  if (focus === undefined) return undefined;
  const share = (Date.parse(focus) - Date.parse(from)) / MINUTE_MS / spanMinutes;
  if (share < 0 || share > 1) return undefined;
  const x = round(LABELS_WIDTH + share * BARS_WIDTH);
  return html`<line class="focus" x1="${x}" x2="${x}" y1="${TOP - 4}" y2="${height - AXIS_HEIGHT}"/><text x="${x}" y="${TOP - 7}" text-anchor="middle">${focus.slice(11, 16)}</text>`;
}

function shortened(name: string): string {
  return name.length > MAX_LABEL_CHARACTERS ? `${name.slice(0, MAX_LABEL_CHARACTERS - 1)}…` : name;
}

function round(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}
