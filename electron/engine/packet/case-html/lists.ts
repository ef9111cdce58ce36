// The case sheet's lists: checklist, how collectors ended, redaction, files. Runs in the engine's process.
import { formatBytes } from '#shared/format-bytes.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { CollectorOutcome, ManifestFile } from '#shared/schema/manifest.ts';
import { both } from './both.ts';
import { type Html, html } from './html.ts';

/** More rows than this make a page that no browser shows quickly; the manifest has them all. */
const MAX_FILES = 2_000;

function table(heads: readonly Html[], rows: readonly Html[]): Html {
  return html`<table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

export function checklistSection({ checklist }: CaseSheet): Html {
  const rows = checklist
    .filter(({ state }) => state !== 'not-applicable')
    .map(
      ({ item, required, state, detail }) =>
        html`<tr><td>${both((t) => t.terms.checklistItem[item])}${
          required ? html` <span class="soft">· ${both((t) => t.sheet.required)}</span>` : undefined
        }</td><td class="${required ? state : 'soft'}">${both((t) => t.terms.checklistState[state])}</td><td>${detail}</td></tr>`,
    );
  const heads = [both((t) => t.sheet.item), both((t) => t.sheet.state), both((t) => t.sheet.detail)];
  return html`<section><h2>${both((t) => t.sheet.checklist)}</h2>${table(heads, rows)}</section>`;
}

export function collectorsSection(outcomes: readonly CollectorOutcome[]): Html {
  const rows = outcomes.map(({ collector, status, reason, durationMs }) => {
    const seconds = (durationMs / 1000).toFixed(1);
    return html`<tr><td>${both((t) => t.terms.collector[collector]?.name ?? collector)} <code>${collector}</code></td><td class="${status}">${both(
      (t) => t.terms.outcomeStatus[status],
    )}</td><td>${reason && both((t) => t.terms.reason[reason] ?? reason)}</td><td class="number">${both((t) =>
      t.sheet.seconds(seconds),
    )}</td></tr>`;
  });
  const heads = [
    both((t) => t.sheet.collector),
    both((t) => t.sheet.state),
    both((t) => t.sheet.reason),
    both((t) => t.sheet.duration),
  ];
  return html`<section><h2>${both((t) => t.sheet.collectors)}</h2>${table(heads, rows)}</section>`;
}

export function redactionSection({ redaction }: CaseSheet): Html {
  const { level, rules, withheld, tooManyNames } = redaction;
  const counts = rules.map(
    ({ rule, count }) =>
      html`<tr><td>${both((t) => t.redaction.rule[rule])}</td><td class="number">${count}</td></tr>`,
  );
  const kept = withheld
    .slice(0, MAX_FILES)
    .map(
      ({ path, reason }) =>
        html`<li>${path} <small>${both((t) => t.redaction.withheld[reason])}</small></li>`,
    );
  const more = withheld.length - MAX_FILES;
  return html`<section><h2>${both((t) => t.sheet.redaction)}</h2><p>${both((t) =>
    t.sheet.redactionLevel(t.redaction.level[level].name, t.redaction.level[level].meaning),
  )} ${level === 'off' && !rules.some(({ rule }) => rule === 'keyword') ? undefined : both((t) => t.sheet.standIns)}</p>${
    tooManyNames && html`<p class="missing">${both((t) => t.sheet.tooManyNames)}</p>`
  }${
    rules.length === 0
      ? undefined
      : table([both((t) => t.sheet.replaced), both((t) => t.sheet.times)], counts)
  }${
    withheld.length === 0
      ? undefined
      : html`<p>${both((t) => t.sheet.withheld(withheld.length))}</p><ul>${kept}</ul>`
  }${more > 0 ? html`<p>${both((t) => t.sheet.moreFiles(more))}</p>` : undefined}</section>`;
}

export function filesSection(files: readonly ManifestFile[]): Html {
  const total = formatBytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
  const rows = files
    .slice(0, MAX_FILES)
    .map(
      ({ path, bytes, modifiedAt, sha256, cut }) =>
        html`<tr><td>${path}<br><code>${sha256}</code></td><td class="number">${formatBytes(
          bytes,
        )}</td><td class="number">${modifiedAt.slice(0, 19).replace('T', ' ')}</td><td>${cut && both((t) => t.terms.cut[cut])}</td></tr>`,
    );
  const heads = [
    both((t) => t.sheet.path),
    both((t) => t.sheet.size),
    both((t) => t.sheet.modifiedAt),
    both((t) => t.sheet.cut),
  ];
  const more = files.length - MAX_FILES;
  return html`<section><h2>${both((t) => t.sheet.files)}</h2><details${
    files.length <= 40 ? html` open` : undefined
  }><summary>${both((t) => t.sheet.fileCount(files.length, total))}</summary>${table(heads, rows)}${
    more > 0 ? html`<p>${both((t) => t.sheet.moreFiles(more))}</p>` : undefined
  }</details></section>`;
}
