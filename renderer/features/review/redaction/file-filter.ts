// Which files of the draft the list shows. Pure. Runs in the window.
import type { DraftFile, DraftSummary } from '#shared/schema/draft-summary.ts';
import type { WithheldFile } from '#shared/schema/redaction.ts';

export const FILE_FILTERS = ['all', 'redacted', 'untouched', 'withheld'] as const;
export type FileFilter = (typeof FILE_FILTERS)[number];

/** A row of the list: a file that would go, or one that redaction keeps here. */
export type Row =
  | { readonly kind: 'file'; readonly path: string; readonly file: DraftFile }
  | { readonly kind: 'withheld'; readonly path: string; readonly withheld: WithheldFile };

export function rowsOf(summary: DraftSummary): readonly Row[] {
  return [
    ...summary.redaction.withheld.map(
      (withheld): Row => ({ kind: 'withheld', path: withheld.path, withheld }),
    ),
    ...summary.files.map((file): Row => ({ kind: 'file', path: file.path, file })),
  ];
}

/** `all` is every file that would go. */
export function filterOf(row: Row): Exclude<FileFilter, 'all'> {
  if (row.kind === 'withheld') return 'withheld';
  return row.file.redactions.length > 0 ? 'redacted' : 'untouched';
}

export function matches(row: Row, filter: FileFilter, search: string): boolean {
  const of = filterOf(row);
  if (filter === 'all' ? of === 'withheld' : of !== filter) return false;
  return search === '' || row.path.toLowerCase().includes(search);
}
