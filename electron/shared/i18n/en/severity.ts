// Severity: the questions, reasons and the response clock.
import type { severity as zhSeverity } from '../zh/severity.ts';

export const severity: typeof zhSeverity = {
  title: 'Severity',
  guideHint: "Answer four questions to get the customer service guide's level, or choose one below.",
  questions: {
    broken: 'What is out of order?',
    business: 'Is business affected?',
    workaround: 'Is there a way around it?',
    recovery: 'Must data be recovered now?',
  },
  answers: {
    broken: {
      commserve: 'CommServe is down',
      component: 'A main component',
      minor: 'Single or intermittent',
      nothing: 'Nothing, a question',
    },
    business: { affected: 'Affected', 'not-yet': 'Not yet', none: 'No effect' },
    workaround: { no: 'No', yes: 'Yes' },
    recovery: { key: 'Key host or database', files: 'Files or folders', none: 'No' },
  },
  clear: 'Clear answers',
  unanswered: (count) => `${count} ${count === 1 ? 'question' : 'questions'} left`,
  advised: (level) => `Your answers lead to ${level}`,
  because: (reasons) => `Because: ${reasons.join('; ')}.`,
  guideExamples: (examples) => `Examples in the guide: ${examples}.`,
  useAdvice: (level) => `Use ${level}`,
  advisedMark: 'Advised',
  raised: (advised) =>
    `You chose a higher severity than the advised ${advised}. Support checks this when the case is accepted and may change it; please give your reason in the description.`,
  lowered: (advised, from, to) =>
    `You chose a lower severity than the advised ${advised}: the response time goes from ${from} to ${to}.`,
  hours: (hours) => `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
  reason: {
    'broken-commserve': 'the CommServe does not work',
    'broken-component': 'a main component or a kind of backup is out of order',
    'broken-minor': 'an intermittent fault, or single clients, installation or media only',
    'broken-nothing': 'nothing is out of order, an operation question',
    'business-affected': 'business is affected',
    'business-not-yet': 'business is not affected yet',
    'business-none': 'no effect on business',
    'workaround-no': 'there is no way around it',
    'workaround-yes': 'there is a way around it',
    'recovery-key': 'a key host or key database must be recovered now',
    'recovery-files': 'files or folders must be recovered now',
    'recovery-none': 'no recovery is needed now',
    'user-decided': 'the user decided on another level than these answers lead to',
  },

  clock: {
    expected: (when) => `Submitted now, an answer is expected by ${when}`,
    standard: (from, to) => `Standard support, working days ${from}–${to} China time`,
    premium: 'Premium support, around the clock; China time',
    closed: (days) => `not on ${days}`,
    between: (from, to) => `${from} to ${to}`,
    weekend: (days) => `${days} (weekend)`,
    holiday: (days, name) => `${days} (${name})`,
    unknown: 'The time of the answer cannot be worked out: the holidays of that year are not published yet.',
    basis: (parts) => parts.join(', '),
  },
  hotline: {
    title: (number) => `Severity 1: call the hotline ${number} first`,
    text: 'A call is the fastest way. The packet can follow after the call; give your CCID when you are connected.',
    source: (edition) => `Number from: ${edition}. Check before you rely on it.`,
  },
  second: {
    title: 'This may describe two problems',
    text: 'Each case is for one problem; separate cases reach the right engineers sooner. The second problem may begin here:',
    split: 'Make it a second case',
    splitHint: 'This text moves to a new case draft, with the same company and contact.',
    dismiss: 'It is one problem',
  },
};
