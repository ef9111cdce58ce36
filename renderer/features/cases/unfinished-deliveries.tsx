// Deliveries that were interrupted, to be gone on with or given up; nothing where there are none. Runs in the window.
import { Button, Group, Stack, Text } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import { shownPlace } from '../../format/shown-place.ts';
import { useCase } from '../../state/case-context.ts';
import classes from './draft-card.module.css';

export function UnfinishedDeliveries() {
  const { state, actions, texts } = useCase();
  const words = texts.upload.unfinished;
  if (state.unfinished.length === 0) return null;
  const busy = state.sending?.at === 'sending';
  return (
    <Section title={words.title}>
      <Stack gap="sm" component="ul" p={0} m={0}>
        {state.unfinished.map((delivery) => {
          const { packet, url, startedAt } = delivery;
          const { caseReference } = packet;
          const at = new Date(startedAt).toLocaleString(texts.window.locale, {
            dateStyle: 'medium',
            timeStyle: 'short',
          });
          return (
            <li key={packet.sha256 + url} className={classes.card}>
              <div className={classes.words}>
                <Text fw={600}>
                  {caseReference} · {packet.title || texts.cases.untitled}
                </Text>
                <Text size="sm" c="dimmed">
                  {words.text(shownPlace(url), at)}
                </Text>
              </div>
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="subtle"
                  disabled={busy}
                  aria-label={words.forgetNamed(caseReference)}
                  onClick={() => actions.forgetDelivery(delivery)}
                >
                  {words.forget}
                </Button>
                <Button
                  size="xs"
                  disabled={busy}
                  aria-label={words.resumeNamed(caseReference)}
                  onClick={() => actions.resumeDelivery(delivery)}
                >
                  {words.resume}
                </Button>
              </Group>
            </li>
          );
        })}
      </Stack>
    </Section>
  );
}
