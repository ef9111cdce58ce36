// A plain text table with aligned columns. Runs in the command line's process.

import { safeText } from '#shared/safe-text.ts';
import { displayWidth, padToWidth } from './display-width.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly align?: 'right';
}

/** @returns lines: titles, a rule, one line a row; cells are made safe to show. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) => row.map(safeText));
  const widths = columns.map((_, index) =>
    cells.reduce((widest, row) => Math.max(widest, displayWidth(row[index] ?? '')), 0),
  );
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, index) =>
        padToWidth(row[index] ?? '', widths[index] ?? 0, align === 'right' ? 'left' : 'right'),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [titles = [], ...body] = cells;
  return [line(titles), rule, ...body.map(line)];
}
