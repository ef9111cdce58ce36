// The whole checklist in a panel at the side: each item's state, why support asks for it, and the way to it. Runs in the
// window.
import { Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useCase } from '../state/case-context.ts';
import type { CompletenessItem } from '../state/completeness.ts';
import classes from './completeness-details.module.css';

interface CompletenessDetailsProps {
  readonly items: readonly CompletenessItem[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CompletenessDetails({ items, opened, onClose }: CompletenessDetailsProps) {
  const { state, actions, texts } = useCase();
  const { completeness: words, terms } = texts;
  const detailOf = (item: CompletenessItem['item']) =>
    state.planView.plan?.checklist.find((one) => one.item === item)?.detail;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={440}
      title={<Text fw={600}>{words.detailsTitle}</Text>}
      closeButtonProps={{ 'aria-label': words.close }}
      // The field that a click leads to keeps the focus.
      returnFocus={false}
      // The page behind does not scroll anyway, and the lock would add styles that the security policy refuses.
      lockScroll={false}
    >
      <Text size="sm" c="dimmed" mb="md">
        {words.detailsIntro}
      </Text>
      <Stack gap={0} component="ul" p={0} m={0}>
        {items
          .filter(({ state: now }) => now !== 'not-applicable')
          .map(({ item, required, state: now }) => (
            <li key={item} className={classes.item}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm" fw={600}>
                  {terms.checklistItem[item]}
                </Text>
                <Badge variant="default" tt="none" flex="none" className={classes.state} data-state={now}>
                  {required || now === 'provided' ? words.state[now] : words.optional}
                </Badge>
              </Group>
              <Text size="sm" c="dimmed">
                {words.why[item]}
              </Text>
              {now === 'provided' && detailOf(item) && (
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {detailOf(item)}
                </Text>
              )}
              {now === 'missing' && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  ml={-8}
                  aria-label={words.goTo(terms.checklistItem[item])}
                  onClick={() => {
                    onClose();
                    actions.goToItem(item);
                  }}
                >
                  {words.go}
                </Button>
              )}
            </li>
          ))}
      </Stack>
    </Drawer>
  );
}
