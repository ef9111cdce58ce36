// Facts by their names, one below the other. Runs in the window.
import classes from './fact-list.module.css';

interface FactListProps {
  /** Name and value; what is absent or empty is left out. */
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
}

export function FactList({ facts }: FactListProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== '' && (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
