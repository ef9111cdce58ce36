// The tool's own log: save it, or add it to the case. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../client.ts';
import { useCase } from '../../state/case-context.ts';

export function OwnLogPart() {
  const { texts, dispatch } = useCase();
  const { about } = texts;
  const [done, setDone] = useState('');
  const attach = async () => {
    const answer = await call('about:attach-log');
    if (!answer.ok) return dispatch({ type: 'call-failed', problems: answer.problems });
    if (answer.value.length > 0) dispatch({ type: 'files-picked', list: 'attachments', files: answer.value });
    setDone(about.attached(answer.value.length));
  };
  const save = async () => {
    const answer = await call('about:save-log');
    if (!answer.ok) return dispatch({ type: 'call-failed', problems: answer.problems });
    if (answer.value !== null) setDone(about.saved(answer.value));
  };
  return (
    <>
      <Text size="sm" c="dimmed">
        {about.logWhat}
      </Text>
      <Group>
        <Button variant="default" size="xs" onClick={() => void attach()}>
          {about.attachLog}
        </Button>
        <Button variant="default" size="xs" onClick={() => void save()}>
          {about.saveLog}
        </Button>
      </Group>
      <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
        {done}
      </Text>
    </>
  );
}
