// Severity: questions that lead to a level, the four levels themselves, and what choosing one means. Runs in the window.
import { Text } from '@mantine/core';
import { adviseSeverity } from '#shared/policy/severity-advice.ts';
import type { SeverityLevel } from '#shared/schema/severity.ts';
import { HotlineNotice } from '../../case-frame/hotline-notice.tsx';
import { ResponseTime } from '../../case-frame/response-time.tsx';
import { ChoiceCards } from '../../components/choice-cards.tsx';
import { Notice } from '../../components/notice.tsx';
import { severityName } from '../../format/severity-name.ts';
import { useCase, useShownTrouble } from '../../state/case-context.ts';
import { SeverityQuestions } from './severity-questions.tsx';

export function SeverityChoice() {
  const { state, dispatch, texts } = useCase();
  const { severity: words, terms, window } = texts;
  const { support } = state.policy;
  const advised = adviseSeverity(state.form.severityAnswers);
  return (
    <div>
      <ChoiceCards
        label={words.title}
        field="severity"
        hint={words.guideHint}
        before={<SeverityQuestions />}
        required
        value={state.form.severity}
        onChange={(severity) => dispatch({ type: 'field-changed', change: { severity } })}
        error={useShownTrouble('severity')}
        choices={support.severities.map(({ level, responseHours }) => ({
          value: level,
          title: window.problem.level(level, severityName(texts, support, level)),
          note: window.problem.responseWithin(responseHours),
          text: terms.severityMeaning[level],
          detail: `${window.problem.examples}${terms.severityExamples[level]}`,
          ...(level === advised ? { mark: words.advisedMark } : {}),
        }))}
      />
      <Consequence advised={advised} />
    </div>
  );
}

/** What the chosen level means: against the advice, on the phone, on the clock. */
function Consequence({ advised }: { readonly advised: SeverityLevel | undefined }) {
  const { state, texts } = useCase();
  const { severity: words, window } = texts;
  const { support } = state.policy;
  const chosen = state.form.severity;
  if (chosen === undefined) return null;
  const name = (level: SeverityLevel) => window.problem.level(level, severityName(texts, support, level));
  const hours = (level: SeverityLevel) =>
    words.hours(support.severities.find((one) => one.level === level)?.responseHours ?? 0);
  return (
    <>
      {advised !== undefined && advised !== chosen && (
        <Notice tone="watch" top={12}>
          <Text size="sm" role="status">
            {chosen < advised
              ? words.raised(name(advised))
              : words.lowered(name(advised), hours(advised), hours(chosen))}
          </Text>
        </Notice>
      )}
      <HotlineNotice top={12} />
      <ResponseTime level={chosen} />
    </>
  );
}
