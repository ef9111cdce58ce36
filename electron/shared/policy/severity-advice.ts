// From plain answers to a severity of the guide, with the reasons (guide, chapter 3). Used by every process.

import type { SeverityLevel } from '../schema/severity.ts';
import {
  type SeverityAnswers,
  type SeverityQuestion,
  SeverityReason,
  severityQuestions,
} from '../schema/severity-answers.ts';

/** @returns the level that the guide's meanings and examples give, or undefined until all is answered */
export function adviseSeverity(answers: SeverityAnswers): SeverityLevel | undefined {
  const { broken, business, workaround, recovery } = answers;
  if (!broken || !business || !workaround || !recovery) return undefined;
  const byFault = levelOfFault(broken, business, workaround);
  // A recovery that is needed now is a case of its own in the guide's examples, whatever else works.
  if (recovery === 'key') return 1;
  return recovery === 'files' && byFault > 2 ? 2 : byFault;
}

function levelOfFault(
  broken: NonNullable<SeverityAnswers['broken']>,
  business: NonNullable<SeverityAnswers['business']>,
  workaround: NonNullable<SeverityAnswers['workaround']>,
): SeverityLevel {
  const harmless = business === 'none' && workaround === 'yes';
  switch (broken) {
    case 'commserve':
      if (business === 'none') return 3;
      return business === 'not-yet' && workaround === 'yes' ? 2 : 1;
    case 'component':
      if (business === 'affected') return 2;
      return harmless ? 4 : 3;
    case 'minor':
      if (business === 'affected' && workaround === 'no') return 2;
      return harmless ? 4 : 3;
    case 'nothing':
      return business === 'none' ? 4 : 3;
  }
}

/**
 * @param level what the case is opened with
 * @returns the answers as reasons, in the order of the questions, and at the end whether the user decided otherwise
 */
export function severityReasons(
  answers: SeverityAnswers,
  level: SeverityLevel | undefined,
): readonly SeverityReason[] {
  const questions = Object.keys(severityQuestions) as SeverityQuestion[];
  const given = questions.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [SeverityReason.parse(`${question}-${answer}`)];
  });
  const advised = adviseSeverity(answers);
  return advised !== undefined && level !== undefined && advised !== level
    ? [...given, 'user-decided']
    : given;
}
