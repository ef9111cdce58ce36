// The case sheet's section on the incident: the chart, the first trouble lines of each component with their place, the most
// frequent codes. Runs in the engine's process.
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { IncidentFacts } from '#shared/schema/incident.ts';
import { both } from './both.ts';
import { definitions } from './definitions.ts';
import { type Html, html } from './html.ts';
import { incidentChart, tallestBar } from './incident-chart.ts';

/** More rows than this are for incident.json. */
const MAX_ANCHORS = 30;

/** @returns undefined where the case has no time and no job, or the logs were not read. */
export function incidentSection({ incident }: CaseSheet): Html | undefined {
  if (incident === undefined) return undefined;
  const { basis, focus, window, lineCount, troubleCount, perMinute, cut } = incident;
  const span = window && html`${clock(window.from)} ${both((t) => t.sheet.until)} ${clock(window.to)}`;
  const facts = definitions([
    [both((t) => t.sheet.incident.basis), both((t) => t.sheet.incident.basisOf[basis])],
    [both((t) => t.sheet.incident.focus), focus && clock(focus)],
    [both((t) => t.sheet.incident.window), span],
    [both((t) => t.sheet.incident.lines), both((t) => t.sheet.incident.lineCount(lineCount, troubleCount))],
    [both((t) => t.sheet.cut), cut && both((t) => t.terms.cut[cut])],
  ]);
  const chart =
    perMinute &&
    html`<h3>${both((t) => t.sheet.incident.chart(perMinute.bucketMinutes))} <span class="soft">${both((t) => t.sheet.incident.tallest(tallestBar(perMinute)))}</span></h3>${incidentChart(perMinute, focus)}${
      perMinute.moreRows > 0
        ? html`<p class="soft">${both((t) => t.sheet.incident.moreComponents(perMinute.moreRows))}</p>`
        : undefined
    }`;
  return html`<section class="incident"><h2>${both((t) => t.sheet.incident.heading)}</h2>${facts}${chart}${
    troubleCount === 0
      ? html`<p>${both((t) => t.sheet.incident.noTrouble)}</p>`
      : html`${anchorTable(incident)}${codeTable(incident)}`
  }<p class="soft">${both((t) => t.sheet.incident.whole)}</p></section>`;
}

function anchorTable({ anchors }: IncidentFacts): Html {
  const rows = anchors
    .slice(0, MAX_ANCHORS)
    .map(
      ({ time, instance, component, jobId, message, file, line }) =>
        html`<tr><td class="number">${clock(time)}</td><td>${component}<br><span class="soft">${instance}${jobId && html` · ${jobId}`}</span></td><td><pre>${message}</pre><code>${file}:${line}</code></td></tr>`,
    );
  return html`<h3>${both((t) => t.sheet.incident.firstTrouble)}</h3><table><thead><tr><th>${both(
    (t) => t.sheet.incident.time,
  )}</th><th>${both((t) => t.sheet.incident.component)}</th><th>${both((t) => t.sheet.incident.message)}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function codeTable({ codes }: IncidentFacts): Html | undefined {
  if (codes.length === 0) return undefined;
  const rows = codes.map(
    ({ code, count, components, first }) =>
      html`<tr><td class="number">${code}</td><td class="number">${count}</td><td>${components.join(', ')}</td><td>${clock(first.time)} <code>${first.file}:${first.line}</code></td></tr>`,
  );
  return html`<h3>${both((t) => t.sheet.incident.codes)}</h3><table><thead><tr><th>${both(
    (t) => t.sheet.incident.code,
  )}</th><th>${both((t) => t.sheet.incident.count)}</th><th>${both((t) => t.sheet.incident.component)}</th><th>${both(
    (t) => t.sheet.incident.first,
  )}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function clock(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}
