// The questions that lead to a severity, and what the answers lead to. Runs in the window.
import { Button, Group, Stack, Text } from '@mantine/core';
import { adviseSeverity, severityReasons } from '#shared/policy/severity-advice.ts';
import { type SeverityQuestion, severityQuestions } from '#shared/schema/severity-answers.ts';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { useCase } from '../../state/case-context.ts';
import classes from './severity-questions.module.css';

const questions = Object.keys(severityQuestions) as SeverityQuestion[];

export function SeverityQuestions() {
  const { state, dispatch, texts } = useCase();
  const { severity, terms, window } = texts;
  const answers = state.form.severityAnswers;
  const advised = adviseSeverity(answers);
  const open = questions.filter((question) => answers[question] === undefined).length;
  const reasons = severityReasons(answers, advised).map((reason) => severity.reason[reason]);
  return (
    <div className={classes.panel}>
      <Stack gap={10}>
        {questions.map((question) => {
          const labels: Readonly<Record<string, string>> = severity.answers[question];
          return (
            <ChoiceRow
              key={question}
              question={severity.questions[question]}
              choices={severityQuestions[question].map((value) => ({ value, label: labels[value] ?? value }))}
              value={answers[question]}
              onChange={(value) =>
                dispatch({ type: 'severity-answered', answers: { ...answers, [question]: value } })
              }
            />
          );
        })}
      </Stack>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md" className={classes.advice}>
        <div role="status">
          <Text
            size="sm"
            fw={advised === undefined ? 400 : 600}
            c={advised === undefined ? 'dimmed' : 'var(--mantine-color-text)'}
          >
            {advised === undefined
              ? severity.unanswered(open)
              : severity.advised(window.problem.level(advised, terms.severityName[advised]))}
          </Text>
          {advised !== undefined && (
            <>
              <Text size="sm" c="dimmed">
                {severity.because(reasons)}
              </Text>
              <Text size="sm" c="dimmed">
                {severity.guideExamples(terms.severityExamples[advised])}
              </Text>
            </>
          )}
        </div>
        {open < questions.length && (
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            onClick={() => dispatch({ type: 'severity-answered', answers: {} })}
          >
            {severity.clear}
          </Button>
        )}
      </Group>
    </div>
  );
}
