// What was redacted in all, by kind, and the way to redact more. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { Section } from '../../../components/section.tsx';
import { useCase } from '../../../state/case-context.ts';
import type { Draft } from '../../../state/case-state.ts';
import classes from './redaction-summary.module.css';

interface RedactionSummaryProps {
  readonly draft: Draft;
  readonly onAddKeyword: () => void;
}

export function RedactionSummary({ draft, onAddKeyword }: RedactionSummaryProps) {
  const { texts } = useCase();
  const { summary: words, choice } = texts.redacting;
  const { redaction, files } = draft.summary;
  const unredacted = files.filter((file) => file.unredacted).length;
  const count = (number: number) => number.toLocaleString(texts.window.locale);
  const rules = redaction.rules.toSorted((one, other) => other.count - one.count);
  const total = rules.reduce((sum, rule) => sum + rule.count, 0);
  return (
    <Section title={words.title}>
      <Group justify="space-between">
        <Text>
          {[
            words.level(choice.levels[redaction.level].title),
            total === 0 ? words.nothing : words.total(count(total)),
          ].join(' · ')}
        </Text>
        <Button variant="default" onClick={onAddKeyword}>
          {words.addKeyword}
        </Button>
      </Group>
      {rules.length > 0 && (
        <ul className={classes.rules} aria-label={words.rulesLabel}>
          {rules.map((one) => (
            <li key={one.rule}>{words.ruleCount(texts.redaction.rule[one.rule], count(one.count))}</li>
          ))}
        </ul>
      )}
      {redaction.tooManyNames && <Text size="sm">{texts.redaction.tooManyNames}</Text>}
      {unredacted > 0 && (
        <Text size="sm" c="dimmed">
          {words.unredacted(texts.terms.files(unredacted))}
        </Text>
      )}
    </Section>
  );
}
