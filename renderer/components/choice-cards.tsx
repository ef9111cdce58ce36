// One choice among a few that need explaining: radio buttons drawn as cards. Runs in the window.
import { Badge, Input, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './choice-cards.module.css';
import { LockIcon } from './icons.tsx';

export interface Choice<Value extends string | number> {
  readonly value: Value;
  readonly title: string;
  readonly note?: string;
  readonly text?: string;
  readonly detail?: string;
  /** A word that sets this choice apart, such as advised. */
  readonly mark?: string;
  /** Why it cannot be chosen. */
  readonly locked?: string | undefined;
}

interface ChoiceCardsProps<Value extends string | number> {
  readonly label: string;
  /** What the group is found by, as a data-field attribute. */
  readonly field: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Between label and cards. */
  readonly before?: ReactNode;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

export function ChoiceCards<Value extends string | number>(props: ChoiceCardsProps<Value>) {
  const { label, field, hint, required, before, choices, value, onChange, error } = props;
  const id = useId();
  return (
    <div
      className={classes.group}
      role="radiogroup"
      data-field={field}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-about`}
    >
      <Input.Label component="div" labelElement="div" id={`${id}-label`} required={required ?? false}>
        {label}
      </Input.Label>
      <div id={`${id}-about`}>
        {hint !== undefined && <Input.Description>{hint}</Input.Description>}
        {error !== undefined && <Input.Error mt={4}>{error}</Input.Error>}
      </div>
      {before}
      <div className={classes.cards}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes.card}
            data-chosen={choice.value === value || undefined}
            data-locked={choice.locked !== undefined || undefined}
          >
            <input
              type="radio"
              className={classes.radio}
              name={id}
              checked={choice.value === value}
              disabled={choice.locked !== undefined}
              onChange={() => onChange(choice.value)}
              data-trouble={error !== undefined || undefined}
            />
            <div className={classes.words}>
              <div className={classes.head}>
                <Text component="span" fw={600}>
                  {choice.title}
                  {choice.mark !== undefined && (
                    <Badge variant="light" tt="none" ml={8} className={classes.mark}>
                      {choice.mark}
                    </Badge>
                  )}
                </Text>
                {choice.note !== undefined && (
                  <Text component="span" size="sm" c="var(--casepack-accent)">
                    {choice.note}
                  </Text>
                )}
              </div>
              {choice.locked !== undefined && (
                <Text size="sm" mt={4} className={classes.lock}>
                  <LockIcon size={14} /> {choice.locked}
                </Text>
              )}
              {choice.text !== undefined && (
                <Text size="sm" mt={4}>
                  {choice.text}
                </Text>
              )}
              {choice.detail !== undefined && (
                <Text size="sm" c="dimmed" mt={4}>
                  {choice.detail}
                </Text>
              )}
            </div>
          </label>
        ))}
      </div>
    </div>
  );
}
