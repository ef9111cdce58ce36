// One short question with a few short answers in a row: radio buttons drawn as pills. Runs in the window.
import { useId } from 'react';
import classes from './choice-row.module.css';

interface ChoiceRowProps<Value extends string> {
  readonly question: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

export function ChoiceRow<Value extends string>({
  question,
  choices,
  value,
  onChange,
}: ChoiceRowProps<Value>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id} className={classes.row}>
      <span id={id} className={classes.question}>
        {question}
      </span>
      <div className={classes.choices}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes.choice}
            data-chosen={choice.value === value || undefined}
          >
            <input
              type="radio"
              className={classes.radio}
              name={id}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  );
}
