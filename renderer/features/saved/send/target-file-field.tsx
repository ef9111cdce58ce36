// A key or certificate of a target, picked in the system's dialog; the window knows its name only. Runs in the window.
import { ActionIcon, Button, Group, Input, Text } from '@mantine/core';
import { call } from '../../../client.ts';
import { CrossIcon } from '../../../components/icons.tsx';
import { useCase } from '../../../state/case-context.ts';
import { type ChosenFile, noFile } from '../../../state/target-form.ts';
import classes from './send.module.css';

interface TargetFileFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly kind: 'key-file' | 'certificate-file';
  readonly file: ChosenFile;
  readonly onChange: (file: ChosenFile) => void;
}

export function TargetFileField({ label, hint, kind, file, onChange }: TargetFileFieldProps) {
  const words = useCase().texts.upload.form;
  const pick = async () => {
    const picked = await call('files:pick', kind);
    const [found] = picked.ok ? picked.value : [];
    if (found !== undefined) onChange({ choice: found.id, label: found.label });
  };
  return (
    <Input.Wrapper label={label} labelElement="div" description={hint}>
      <Group gap="xs" wrap="nowrap" mt={6}>
        <Button
          variant="default"
          aria-label={`${label}: ${words.choose}`}
          style={{ flex: 'none' }}
          onClick={() => void pick()}
        >
          {words.choose}
        </Button>
        <Text size="sm" {...(file.choice === 'none' ? { c: 'dimmed' } : {})} className={classes.place}>
          {file.choice === 'none' ? words.none : file.label}
        </Text>
        {file.choice !== 'none' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.clear(file.label)}
            onClick={() => onChange(noFile)}
          >
            <CrossIcon size={16} />
          </ActionIcon>
        )}
      </Group>
    </Input.Wrapper>
  );
}
