// What a plan leaves out, one line for each collector and reason. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import type { PlannedOmission } from '#shared/schema/case-plan.ts';
import { ProblemArea } from '#shared/schema/problem-area.ts';
import { formatBytes } from '../terminal/amounts.ts';

/** @returns for each reason how many files of a collector stay, and how much that is. */
export function leftOutLines(leftOut: readonly PlannedOmission[], { cli, terms }: Texts): readonly string[] {
  const totals = new Map<string, { first: PlannedOmission; files: number; bytes: number }>();
  for (const omission of leftOut) {
    const key = `${omission.collector} ${omission.reason}`;
    const total = totals.get(key) ?? { first: omission, files: 0, bytes: 0 };
    total.files += 1;
    total.bytes += omission.sizeBytes ?? 0;
    totals.set(key, total);
  }
  return [...totals.values()].map(({ first: { collector, reason, path }, files, bytes }) => {
    // One reason is about a problem area and not about files.
    const area = ProblemArea.safeParse(path);
    const what = area.success ? terms.problemArea[area.data] : cli.amount(files, formatBytes(bytes));
    return cli.leftOut(collector, terms.reason[reason] ?? reason, what);
  });
}
