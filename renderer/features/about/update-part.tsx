// Looks for a newer version when asked, and says what came of it. Runs in the window.
import { Button, Group, List, Text } from '@mantine/core';
import { useState } from 'react';
import type { Texts } from '#shared/i18n/texts.ts';
import type { UpdateAnswer } from '#shared/schema/about.ts';
import { call } from '../../client.ts';
import { useCase } from '../../state/case-context.ts';

export function UpdatePart() {
  const { texts, dispatch } = useCase();
  const { about } = texts;
  const [answer, setAnswer] = useState<UpdateAnswer>();
  const [checking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    const asked = await call('about:update');
    setChecking(false);
    if (asked.ok) setAnswer(asked.value);
    else dispatch({ type: 'call-failed', problems: asked.problems });
  };
  return (
    <>
      <Group>
        <Button variant="default" size="xs" disabled={checking} onClick={() => void check()}>
          {checking ? about.checking : about.check}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {answer !== undefined && sentence(answer, texts)}
      </Text>
      {answer?.state === 'newer' && (
        <List size="sm">
          {answer.changes.map((change) => (
            <List.Item key={change}>{change}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function sentence(answer: UpdateAnswer, { about: { update } }: Texts): string {
  switch (answer.state) {
    case 'unreachable':
      return update.unreachable(answer.reason);
    case 'newer':
      return update.newer(answer.version);
    default:
      return update[answer.state];
  }
}
