// One unfinished case: what it is about, go on with it, or delete it after a second question. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { DraftInfo } from '#shared/schema/case-draft.ts';
import { useCase } from '../../state/case-context.ts';
import classes from './draft-card.module.css';

export function DraftCard({ draft }: { readonly draft: DraftInfo }) {
  const { actions, texts } = useCase();
  const { cases, terms, window } = texts;
  const [asking, setAsking] = useState(false);
  const { id, problemArea, company, ccid } = draft;
  const title = draft.title.trim() || cases.untitled;
  const savedAt = new Date(draft.savedAt).toLocaleString(window.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const parts = [problemArea && terms.problemArea[problemArea], company, ccid, cases.savedAt(savedAt)];
  return (
    <li className={classes.card}>
      <div className={classes.words}>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {cases.list(parts.filter((part) => part !== undefined).filter((part) => part !== ''))}
        </Text>
      </div>
      {asking ? (
        <Group gap="xs" role="group" aria-label={cases.removeQuestion}>
          <Text size="sm">{cases.removeQuestion}</Text>
          <Button size="xs" variant="default" onClick={() => setAsking(false)} autoFocus>
            {cases.removeNo}
          </Button>
          <Button size="xs" color="red.9" onClick={() => actions.removeDraft(id)}>
            {cases.removeYes}
          </Button>
        </Group>
      ) : (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="subtle"
            aria-label={cases.removeNamed(title)}
            onClick={() => setAsking(true)}
          >
            {cases.remove}
          </Button>
          <Button size="xs" aria-label={cases.resumeNamed(title)} onClick={() => actions.openDraft(id)}>
            {cases.resume}
          </Button>
        </Group>
      )}
    </li>
  );
}
