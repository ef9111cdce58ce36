// The checkbox of a row in a long list: the browser's own, because dozens of rows appear at once while one scrolls. Runs in
// the window.
import classes from './row-checkbox.module.css';

interface RowCheckboxProps {
  readonly id?: string;
  readonly label: string;
  readonly checked: boolean;
  /** Some of what it stands for, not all. */
  readonly partly?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function RowCheckbox({ id, label, checked, partly = false, onChange }: RowCheckboxProps) {
  return (
    <input
      id={id}
      type="checkbox"
      className={classes.box}
      aria-label={label}
      checked={checked}
      ref={(element) => {
        if (element !== null) element.indeterminate = partly;
      }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
