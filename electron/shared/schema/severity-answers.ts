// What the user answers to the questions that lead to a severity, and the reasons they amount to. Used by every process.
import { z } from 'zod';

/** The questions in the order they are asked, each with its answers, the gravest first. */
export const severityQuestions = {
  /** What is out of order. */
  broken: ['commserve', 'component', 'minor', 'nothing'],
  /** Whether business suffers now. */
  business: ['affected', 'not-yet', 'none'],
  /** Whether there is a way around. */
  workaround: ['no', 'yes'],
  /** Whether data must be recovered now. */
  recovery: ['key', 'files', 'none'],
} as const;
export type SeverityQuestion = keyof typeof severityQuestions;

/** Half-answered is a normal state of it. */
export const SeverityAnswers = z
  .object({
    broken: z.enum(severityQuestions.broken),
    business: z.enum(severityQuestions.business),
    workaround: z.enum(severityQuestions.workaround),
    recovery: z.enum(severityQuestions.recovery),
  })
  .partial();
export type SeverityAnswers = z.infer<typeof SeverityAnswers>;

/** Why a case has its severity: question and answer, or that the user decided against what they lead to. */
export const SeverityReason = z.enum([
  'broken-commserve',
  'broken-component',
  'broken-minor',
  'broken-nothing',
  'business-affected',
  'business-not-yet',
  'business-none',
  'workaround-no',
  'workaround-yes',
  'recovery-key',
  'recovery-files',
  'recovery-none',
  'user-decided',
]);
export type SeverityReason = z.infer<typeof SeverityReason>;
