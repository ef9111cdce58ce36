// Terms with their values, the case sheet's plainest form. Runs in the engine's process.
import { type Html, html } from './html.ts';

type Row = readonly [term: Html, value: Html | string | undefined];

/** Rows without a value are left out. */
export function definitions(rows: readonly Row[]): Html {
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  return html`<dl>${shown.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}
