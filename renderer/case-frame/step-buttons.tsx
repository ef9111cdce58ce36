// Back and Next of the form's steps. Next is never greyed out: pressed too early, it says what is missing. Runs in the
// window.
import { Button, Group, Text } from '@mantine/core';
import type { FormStep } from '#shared/schema/case-draft.ts';
import { useCase } from '../state/case-context.ts';
import { stepTrouble } from '../state/form-trouble.ts';

const neighbours: Record<'problem' | 'contact', { back?: FormStep; next: FormStep }> = {
  problem: { next: 'contact' },
  contact: { back: 'problem', next: 'contents' },
};

export function StepButtons() {
  const { state, actions, texts, trouble } = useCase();
  const { frame } = texts.window;
  const step = state.screen.at;
  if (step !== 'problem' && step !== 'contact') return null;
  const { back, next } = neighbours[step];
  const shown = stepTrouble(step, trouble).some((field) => state.checked.has(field));
  return (
    <Group>
      {shown && (
        <Text size="sm" c="var(--mantine-color-error)" role="status">
          {frame.fixFirst}
        </Text>
      )}
      {back !== undefined && (
        <Button variant="default" size="md" onClick={() => actions.goTo(back)}>
          {frame.back}
        </Button>
      )}
      <Button size="md" onClick={() => actions.goTo(next)}>
        {frame.next}
      </Button>
    </Group>
  );
}
