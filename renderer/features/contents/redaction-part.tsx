// How far redaction goes, and which words are replaced besides. Runs in the window.
import { Text } from '@mantine/core';
import { RedactionLevel } from '#shared/schema/redaction.ts';
import { KeywordField } from '../../case-frame/keyword-field.tsx';
import { ChoiceCards } from '../../components/choice-cards.tsx';
import { Section } from '../../components/section.tsx';
import { useCase } from '../../state/case-context.ts';
import { isTooLittle } from '../../state/window-policy.ts';

export function RedactionPart() {
  const { state, dispatch, texts } = useCase();
  const { choice } = texts.redacting;
  const { keywords } = state.policy;
  return (
    <Section title={choice.title} hint={choice.hint}>
      <ChoiceCards
        label={choice.level}
        field="redaction"
        choices={RedactionLevel.options.map((value) => ({
          value,
          ...choice.levels[value],
          ...(isTooLittle(value, state.policy) ? { locked: texts.locked.level } : {}),
        }))}
        value={state.form.redaction}
        onChange={(redaction) => dispatch({ type: 'field-changed', change: { redaction } })}
        error={undefined}
      />
      <Text size="sm">{choice.always}</Text>
      {keywords.length > 0 && <Text size="sm">{texts.locked.keywords(keywords)}</Text>}
      <KeywordField
        value={state.form.keywords}
        onChange={(typed) => dispatch({ type: 'field-changed', change: { keywords: typed } })}
      />
    </Section>
  );
}
