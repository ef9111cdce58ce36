// A problem or warning as it is told: one line for people, one object for scripts. Runs in the command line's process.
import type { Texts } from '#shared/i18n/texts.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { InputProblem, InputWarning } from '../options/given.ts';

export interface Report {
  /** Stable, for scripts. */
  readonly code: string;
  /** The option or field it is about. */
  readonly option?: string;
  readonly message: string;
}

export function inputReport(problem: InputProblem, { cli }: Texts): Report {
  const { code, label, given, hint } = problem;
  return { code, option: label, message: cli.input[code](given, hint ?? '') };
}

export function warningReport(warning: InputWarning, { cli }: Texts): Report {
  const { code, label, given, hint } = warning;
  return { code, option: label, message: cli.warning[code](given, hint ?? '') };
}

/** @param label the option to correct, if there is one */
export function engineReport(problem: Problem, label: string | undefined, { problems }: Texts): Report {
  // The compiler cannot see that a problem fits the text of its own code.
  const words = problems.codes[problem.code] as (problem: Problem) => string;
  return {
    code: problem.code,
    ...(label === undefined ? {} : { option: label }),
    message: words(problem),
  };
}
