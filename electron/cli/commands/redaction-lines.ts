// What redaction did to a draft, as plan and collect tell it. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import { safeText } from '#shared/safe-text.ts';
import type { DraftSummary } from '#shared/schema/draft-summary.ts';
import type { RuleCount } from '#shared/schema/redaction.ts';
import { table } from '../terminal/table.ts';

/** Longer lists are cut on a terminal; --json has all. */
const MAX_LINES = 20;

/** Level, totals, and by name what stays here and what goes unredacted. */
export function redactionLines(
  { redaction: { level, rules, withheld, tooManyNames }, files }: DraftSummary,
  { redaction }: Texts,
): readonly string[] {
  const texts = { redaction };
  const unredacted = files.filter((file) => file.unredacted);
  const held = withheld.map(({ path, reason }) =>
    redaction.withheldLine(safeText(path), redaction.withheld[reason]),
  );
  return [
    redaction.levelLine(redaction.level[level].name),
    rules.length === 0 ? redaction.nothingReplaced : redaction.replaced(countsText(rules, texts)),
    ...(tooManyNames ? [redaction.tooManyNames] : []),
    ...(held.length === 0 ? [] : [redaction.withheldTitle(held.length), ...shortened(held, texts)]),
    ...(unredacted.length === 0
      ? []
      : [
          redaction.unredactedTitle(unredacted.length),
          ...shortened(
            unredacted.map(({ path }) => safeText(path)),
            texts,
          ),
        ]),
  ];
}

/** One line for each file in which something was replaced. */
export function redactionTable({ files }: DraftSummary, texts: Texts): readonly string[] {
  const rows = files
    .filter(({ redactions }) => redactions.length > 0)
    .map(({ path, redactions }) => [path, countsText(redactions, texts)]);
  return table([{ title: texts.cli.column.file }, { title: texts.redaction.replacedColumn }], rows);
}

function countsText(rules: readonly RuleCount[], { redaction }: Pick<Texts, 'redaction'>): string {
  return rules.map(({ rule, count }) => redaction.ruleCount(redaction.rule[rule], count)).join(', ');
}

function shortened(lines: readonly string[], { redaction }: Pick<Texts, 'redaction'>): readonly string[] {
  const shown = lines.slice(0, MAX_LINES).map((line) => `  ${line}`);
  return lines.length > MAX_LINES ? [...shown, `  ${redaction.more(lines.length - MAX_LINES)}`] : shown;
}
