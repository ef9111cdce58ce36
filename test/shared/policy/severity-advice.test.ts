// Tests of electron/shared/policy/severity-advice.ts against the guide's meanings and examples. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { adviseSeverity, severityReasons } from '#shared/policy/severity-advice.ts';
import { type SeverityAnswers, severityQuestions } from '#shared/schema/severity-answers.ts';

/** What the guide's examples leave open is the milder answer. */
const answers = (given: SeverityAnswers): SeverityAnswers => ({
  broken: 'nothing',
  business: 'none',
  workaround: 'yes',
  recovery: 'none',
  ...given,
});

describe('adviseSeverity', () => {
  test.each<[string, SeverityAnswers, number]>([
    ['recovery of a key host or database', { recovery: 'key' }, 1],
    ['CommServe down, nothing runs', { broken: 'commserve', business: 'affected', workaround: 'no' }, 1],
    [
      'CommServe down, found in the evening',
      { broken: 'commserve', business: 'not-yet', workaround: 'no' },
      1,
    ],
    ['CommServe down, standby took over', { broken: 'commserve', business: 'not-yet' }, 2],
    ['CommServe of a test system', { broken: 'commserve' }, 3],
    ['a production backup fails', { broken: 'component', business: 'affected', workaround: 'no' }, 2],
    ['a file recovery fails', { broken: 'component', recovery: 'files' }, 2],
    ['an intermittent fault', { broken: 'component', business: 'not-yet' }, 3],
    ['a client installation', { broken: 'minor', workaround: 'no' }, 3],
    ['one client that business needs', { broken: 'minor', business: 'affected', workaround: 'no' }, 2],
    ['an operation question', { business: 'not-yet' }, 3],
    ['a suggestion', {}, 4],
  ])('%s', (_case, given, level) => {
    expect(adviseSeverity(answers(given))).toBe(level);
  });

  test('does not guess from half of the answers', () => {
    for (const question of Object.keys(severityQuestions)) {
      expect(adviseSeverity({ ...answers({}), [question]: undefined })).toBeUndefined();
    }
  });

  test('a graver answer never makes it milder', () => {
    for (const broken of severityQuestions.broken)
      for (const workaround of severityQuestions.workaround)
        for (const recovery of severityQuestions.recovery) {
          const levels = severityQuestions.business.map((business) =>
            adviseSeverity({ broken, workaround, recovery, business }),
          );
          expect(levels).toEqual(levels.toSorted());
        }
  });
});

describe('severityReasons', () => {
  test('are the answers, in the order of the questions', () => {
    expect(severityReasons({ recovery: 'files', broken: 'component' }, 2)).toEqual([
      'broken-component',
      'recovery-files',
    ]);
  });

  test('say when the user decided against the advice', () => {
    expect(severityReasons(answers({}), 1).at(-1)).toBe('user-decided');
    expect(severityReasons(answers({}), 4)).not.toContain('user-decided');
  });
});
