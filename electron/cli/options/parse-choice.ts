// Options with a fixed set of words: --plan, --problem, --redact. Runs in the command line's process.
import { ProblemArea } from '#shared/schema/problem-area.ts';
import { RedactionLevel } from '#shared/schema/redaction.ts';
import { SupportPlan } from '#shared/schema/severity.ts';
import { type Parsed, parsed, refused } from './given.ts';

/** --plan */
export function parsePlan(text: string): Parsed<SupportPlan> {
  const plan = SupportPlan.safeParse(text);
  return plan.success ? parsed(plan.data) : refused('not-one-of', SupportPlan.options.join(', '));
}

/** --problem */
export function parseProblemArea(text: string): Parsed<ProblemArea> {
  const area = ProblemArea.safeParse(text);
  return area.success ? parsed(area.data) : refused('not-one-of', ProblemArea.options.join(', '));
}

/** --redact */
export function parseRedaction(text: string): Parsed<RedactionLevel> {
  const level = RedactionLevel.safeParse(text);
  return level.success ? parsed(level.data) : refused('not-one-of', RedactionLevel.options.join(', '));
}
