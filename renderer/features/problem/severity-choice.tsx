// The four severities with the guide's meaning, examples and response times. Runs in the window.
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import { ChoiceCards } from '../../components/choice-cards.tsx';
import { useCase, useShownTrouble } from '../../state/case-context.ts';

export function SeverityChoice() {
  const { state, dispatch, texts } = useCase();
  const { terms, window } = texts;
  return (
    <ChoiceCards
      label={window.problem.severity}
      hint={window.problem.severityHint}
      required
      value={state.form.severity}
      onChange={(severity) => dispatch({ type: 'field-changed', change: { severity } })}
      error={useShownTrouble('severity')}
      choices={china2008Policy.severities.map(({ level, responseHours }) => ({
        value: level,
        title: window.problem.level(level, terms.severityName[level]),
        note: window.problem.responseWithin(responseHours),
        text: terms.severityMeaning[level],
        detail: `${window.problem.examples}${terms.severityExamples[level]}`,
      }))}
    />
  );
}
