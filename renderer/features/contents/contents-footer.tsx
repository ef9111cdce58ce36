// How much it is in all, what keeps the user from going on, and the buttons. Runs in the window.
import { Button, Group, Loader, Text } from '@mantine/core';
import { useMemo } from 'react';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import { keywordTrouble } from '../../state/keywords.ts';
import { planGaps } from '../../state/plan-gaps.ts';

export function ContentsFooter() {
  const { state, actions, texts, trouble } = useCase();
  const { contents, frame, locale } = texts.window;
  const { plan, loading } = state.planView;
  const { exclude } = state.form;
  const { taken, bytes } = useMemo(() => {
    const excluded = new Set(exclude);
    const taken = (plan?.files ?? []).filter(({ path }) => !excluded.has(path));
    return { taken, bytes: taken.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0) };
  }, [plan, exclude]);
  const wrongKeywords = keywordTrouble(state.form.keywords) !== undefined;
  const incomplete =
    plan !== undefined && planGaps(plan, state.form).supplyHere.length > 0 && !state.form.incompleteAccepted;
  return (
    <Group flex={1} justify="space-between" wrap="nowrap">
      <div role="status">
        <Group gap="xs" wrap="nowrap">
          <Text fw={600}>
            {plan === undefined
              ? contents.looking
              : contents.total(texts.terms.files(taken.length), byteSize(bytes, locale))}
          </Text>
          {loading && <Loader size="xs" />}
        </Group>
        {wrongKeywords && (
          <Text size="sm" c="var(--mantine-color-error)">
            {texts.redacting.choice.fixKeywords}
          </Text>
        )}
        {incomplete && (
          <Text size="sm" c="dimmed">
            {contents.needsComplete}
          </Text>
        )}
      </div>
      <Group wrap="nowrap" flex="none">
        <Button variant="default" size="md" onClick={() => actions.goTo('contact')}>
          {frame.back}
        </Button>
        <Button
          size="md"
          disabled={plan === undefined || incomplete || wrongKeywords || trouble.rangeTo !== undefined}
          onClick={actions.prepare}
        >
          {contents.collect}
        </Button>
      </Group>
    </Group>
  );
}
