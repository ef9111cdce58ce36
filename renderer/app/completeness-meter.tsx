// How complete the case is, beside every step: a count, what is missing with one click to its place, and the whole list
// with the reasons. Runs in the window.
import { Button, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useCase } from '../state/case-context.ts';
import { completeness } from '../state/completeness.ts';
import classes from './completeness-meter.module.css';
import { later } from './later.tsx';

const CompletenessDetails = later('CompletenessDetails');

export function CompletenessMeter() {
  const { state, actions, texts, trouble } = useCase();
  const { completeness: words, terms } = texts;
  const [open, setOpen] = useState(false);
  const { at } = state.screen;
  if (at !== 'problem' && at !== 'contact' && at !== 'contents') return null;
  const items = completeness(state.form, state.planView.plan, trouble);
  const required = items.filter((one) => one.required && one.state !== 'not-applicable');
  const done = required.filter((one) => one.state === 'provided').length;
  const missing = required.filter((one) => one.state === 'missing');
  const checking = required.some((one) => one.state === 'unknown');
  const label = words.label(done, required.length);
  return (
    <section className={classes.meter} aria-label={words.title}>
      <Text size="sm" fw={600}>
        {words.title}
      </Text>
      <Text size="xs" c="dimmed" data-completeness={`${done}/${required.length}`}>
        {label}
      </Text>
      <Progress.Root size="sm" my={6}>
        <Progress.Section
          value={(100 * done) / required.length}
          color={done === required.length ? 'green.8' : 'indigo.8'}
          aria-label={label}
        />
      </Progress.Root>
      {missing.length > 0 && (
        <ul className={classes.list} aria-label={words.missing}>
          {missing.map(({ item }) => (
            <li key={item}>
              <button
                type="button"
                className={classes.link}
                title={words.why[item]}
                aria-label={words.goTo(terms.checklistItem[item])}
                onClick={() => actions.goToItem(item)}
              >
                {terms.checklistItem[item]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 && (
        <Text size="xs" c="dimmed">
          {checking ? words.checking : words.complete}
        </Text>
      )}
      <Button variant="subtle" size="compact-xs" mt={4} ml={-8} onClick={() => setOpen(true)}>
        {words.details}
      </Button>
      <CompletenessDetails items={items} opened={open} onClose={() => setOpen(false)} />
    </section>
  );
}
