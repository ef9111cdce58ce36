// What a typed CCID may mean otherwise: digits that could be decimal, or the number of an unlicensed installation. The
// user decides; nothing is converted silently. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { otherReadingOfCcid, UNLICENSED_CCID } from '#shared/schema/ccid.ts';
import { Notice } from '../../components/notice.tsx';
import { useCase } from '../../state/case-context.ts';

export function CcidAdvice() {
  const { state, dispatch, texts } = useCase();
  const { contact } = texts.window;
  const typed = state.form.ccid.trim();
  const other = otherReadingOfCcid(typed);
  if (typed.toUpperCase() === UNLICENSED_CCID) {
    return (
      <Notice tone="watch">
        <Text size="sm">{contact.ccidUnlicensed}</Text>
      </Notice>
    );
  }
  if (other === undefined) return null;
  return (
    <Notice tone="info">
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{contact.ccidTwoReadings(typed, other)}</Text>
        <Button
          variant="default"
          size="xs"
          flex="none"
          onClick={() => dispatch({ type: 'field-changed', change: { ccid: other } })}
        >
          {contact.ccidUseOther(other)}
        </Button>
      </Group>
    </Notice>
  );
}
