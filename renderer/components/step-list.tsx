// The steps of a task, from top to bottom; those that can be gone to are buttons. Runs in the window.
import { VisuallyHidden } from '@mantine/core';
import { CheckIcon } from './icons.tsx';
import classes from './step-list.module.css';

export interface StepListItem {
  readonly id: string;
  readonly name: string;
  readonly state: 'done' | 'current' | 'open';
  /** Absent where the step cannot be gone to now. */
  readonly onSelect?: (() => void) | undefined;
}

interface StepListProps {
  readonly label: string;
  readonly items: readonly StepListItem[];
  /** The states in words, for screen readers. */
  readonly stateNames: Readonly<Record<StepListItem['state'], string>>;
}

export function StepList({ label, items, stateNames }: StepListProps) {
  return (
    <nav aria-label={label}>
      <ol className={classes.list}>
        {items.map(({ id, name, state, onSelect }, index) => {
          const content = (
            <>
              <span className={classes.mark} aria-hidden="true">
                {state === 'done' ? <CheckIcon size={14} /> : index + 1}
              </span>
              <span>{name}</span>
              <VisuallyHidden>{stateNames[state]}</VisuallyHidden>
            </>
          );
          return (
            <li key={id} aria-current={state === 'current' ? 'step' : undefined}>
              {onSelect === undefined ? (
                <div className={classes.step} data-state={state}>
                  {content}
                </div>
              ) : (
                <button type="button" className={classes.step} data-state={state} onClick={onSelect}>
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
