// Two problems in one description: offers a second case, and is quiet once told that it is one. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { Notice } from '../../components/notice.tsx';
import { useCase } from '../../state/case-context.ts';
import { secondProblem } from '../../state/second-problem.ts';

export function SecondProblemNotice() {
  const { state, dispatch, actions, texts } = useCase();
  const { second } = texts.severity;
  const { oneProblem } = state.form;
  const description = useDeferredValue(state.form.description);
  const found = useMemo(
    () => (oneProblem ? undefined : secondProblem(description)),
    [description, oneProblem],
  );
  if (found === undefined) return null;
  return (
    <Notice tone="info" title={second.title}>
      <Text size="sm">{second.text}</Text>
      <Text size="sm" component="blockquote" mx={0} my={6} pl={12} style={{ overflowWrap: 'anywhere' }}>
        {found.sentence.slice(0, 160)}
      </Text>
      <Group gap="sm" mt={8}>
        <Button
          size="xs"
          variant="default"
          title={second.splitHint}
          onClick={() => actions.splitCase(found.at)}
        >
          {second.split}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => dispatch({ type: 'field-changed', change: { oneProblem: true } })}
        >
          {second.dismiss}
        </Button>
      </Group>
    </Notice>
  );
}
