// Which version this is, at the foot of the side column. Runs in the window.
import { Text } from '@mantine/core';
import { useCase } from '../state/case-context.ts';

export function Version() {
  const { state, texts } = useCase();
  return (
    <Text size="xs" c="dimmed" px={12} pt={12} mt="auto">
      {texts.window.frame.version(state.start.version)}
    </Text>
  );
}
