// Files or folders that were picked: each can be removed, more can be added. Runs in the window.
import { ActionIcon, Button, Input, Text } from '@mantine/core';
import { safeText } from '#shared/safe-text.ts';
import { CrossIcon, PlusIcon } from './icons.tsx';
import classes from './picked-list.module.css';

export interface PickedItem {
  readonly id: string;
  readonly label: string;
  /** Beside the name, such as a size. */
  readonly note?: string;
}

interface PickedListProps {
  readonly label: string;
  /** What the button is found by, as a data-field attribute. */
  readonly field: string;
  readonly hint: string;
  readonly items: readonly PickedItem[];
  readonly addLabel: string;
  readonly removeLabel: (name: string) => string;
  readonly onAdd: () => void;
  readonly onRemove: (id: string) => void;
}

export function PickedList(props: PickedListProps) {
  const { label, field, hint, items, addLabel, removeLabel, onAdd, onRemove } = props;
  return (
    <div>
      <Input.Label component="div" labelElement="div">
        {label}
      </Input.Label>
      <Input.Description mb={8}>{hint}</Input.Description>
      <Button variant="default" leftSection={<PlusIcon size={16} />} data-field={field} onClick={onAdd}>
        {addLabel}
      </Button>
      {items.length > 0 && (
        <ul className={classes.list} aria-label={label}>
          {items.map(({ id, label: picked, note }) => {
            const name = safeText(picked);
            return (
              <li key={id} className={classes.item}>
                <Text component="span" size="sm" className={classes.name}>
                  {name}
                </Text>
                {note !== undefined && (
                  <Text component="span" size="sm" c="dimmed">
                    {note}
                  </Text>
                )}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={removeLabel(name)}
                  onClick={() => onRemove(id)}
                >
                  <CrossIcon size={16} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
