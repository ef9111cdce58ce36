// The tables that plan and collect show: what each collector has, and the checklist. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import type { ChecklistItem } from '#shared/schema/checklist.ts';
import type { CollectorOutcome } from '#shared/schema/manifest.ts';
import { optionOfItem } from '../problems/option-of-problem.ts';
import { formatBytes } from '../terminal/amounts.ts';
import { table } from '../terminal/table.ts';

/** A file of a plan or a draft. */
export interface ListedFile {
  readonly collector: string;
  /** Undefined where only running the collector's command tells. */
  readonly bytes?: number | undefined;
}

const sum = (files: readonly ListedFile[]) => files.reduce((total, { bytes }) => total + (bytes ?? 0), 0);

/** @returns a size, marked as a lower bound where some sizes are not known yet. */
export function sizeText(files: readonly ListedFile[], { cli }: Texts): string {
  const size = formatBytes(sum(files));
  return files.some(({ bytes }) => bytes === undefined) ? cli.atLeast(size) : size;
}

/** An outcome's status and, where it did not simply go well, why. */
export function stateText({ status, reason }: CollectorOutcome, { cli, terms }: Texts): string {
  const state = terms.outcomeStatus[status];
  return reason === undefined ? state : cli.stateWithReason(state, terms.reason[reason] ?? reason);
}

/**
 * One line a collector.
 * @param stateOf how its state is worded
 * @param adminOf whether it needs administrator rights; without it there is no such column
 */
export function collectorTable(
  files: readonly ListedFile[],
  outcomes: readonly CollectorOutcome[],
  stateOf: (outcome: CollectorOutcome) => string,
  texts: Texts,
  adminOf?: (collector: string) => string,
): readonly string[] {
  const { column } = texts.cli;
  const rows = outcomes.map((outcome) => {
    const own = files.filter(({ collector }) => collector === outcome.collector);
    return [
      outcome.collector,
      texts.terms.collector[outcome.collector]?.name ?? '',
      own.length === 0 ? '-' : String(own.length),
      own.length === 0 ? '-' : sizeText(own, texts),
      stateOf(outcome),
      ...(adminOf === undefined ? [] : [adminOf(outcome.collector)]),
    ];
  });
  return table(
    [
      { title: column.id },
      { title: column.collector },
      { title: column.files, align: 'right' },
      { title: column.size, align: 'right' },
      { title: column.state },
      ...(adminOf === undefined ? [] : [{ title: column.admin }]),
    ],
    rows,
  );
}

/** The checklist; a missing item shows the option that supplies it, and what is only supposed. */
export function checklistTable(checklist: readonly ChecklistItem[], texts: Texts): readonly string[] {
  const { column, yes, no } = texts.cli;
  const rows = checklist.map(({ item, required, state, detail }) => [
    texts.terms.checklistItem[item],
    required ? yes : no,
    texts.terms.checklistState[state],
    state === 'missing' ? [optionOfItem(item), detail].filter(Boolean).join(' ') : detail,
  ]);
  return table(
    [{ title: column.item }, { title: column.required }, { title: column.state }, { title: column.detail }],
    rows,
  );
}

/** One line naming the required items that are missing, or that there are none. */
export function gapsLine(checklist: readonly ChecklistItem[], { cli, terms }: Texts): string {
  const missing = checklist
    .filter(({ required, state }) => required && state === 'missing')
    .map(({ item }) => terms.checklistItem[item]);
  return missing.length === 0 ? cli.checklistComplete : cli.missingItems(cli.list(missing));
}
