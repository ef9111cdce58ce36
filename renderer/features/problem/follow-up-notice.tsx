// This case follows up another one: which, and the vendor's number of it. Nothing for a new case. Runs in the window.
import { TextInput } from '@mantine/core';
import { Notice } from '../../components/notice.tsx';
import { useCase, useTextField } from '../../state/case-context.ts';

export function FollowUpNotice() {
  const { state, texts } = useCase();
  const { cases } = texts;
  const ticket = useTextField('ticket');
  const { followUp } = state.form;
  if (followUp === undefined) return null;
  return (
    <Notice tone="info" title={cases.followsUp(followUp)}>
      <TextInput
        {...ticket}
        label={cases.ticket}
        description={cases.ticketHint}
        maxLength={60}
        maw={320}
        mt={8}
      />
    </Notice>
  );
}
