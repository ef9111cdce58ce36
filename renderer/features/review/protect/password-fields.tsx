// The password twice, with what it is worth and how to pass it on. Runs in the window.
import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { SecretField } from '../../../components/secret-field.tsx';
import { useCase } from '../../../state/case-context.ts';
import { isOddPassword, type Protection, passwordStrength } from './protection.ts';

interface PasswordFieldsProps {
  readonly typed: Protection;
  readonly errorOf: (field: 'password' | 'repeated') => string | undefined;
  readonly onChange: (part: Partial<Protection>) => void;
}

export function PasswordFields({ typed, errorOf, onChange }: PasswordFieldsProps) {
  const { protect: words } = useCase().texts;
  const [shown, setShown] = useState(false);
  const { password, repeated } = typed;
  const strength = passwordStrength(password);
  const worth = strength === 'short' ? words.strength.short([...password].length) : words.strength[strength];
  const shared = { shown, maxLength: 1000, withAsterisk: true };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2}>
        <SecretField
          {...shared}
          label={words.password}
          description={password === '' ? words.passwordHint : worth}
          value={password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
          error={errorOf('password')}
        />
        <SecretField
          {...shared}
          label={words.repeated}
          value={repeated}
          onChange={(event) => onChange({ repeated: event.currentTarget.value })}
          error={errorOf('repeated')}
        />
      </SimpleGrid>
      <Checkbox
        label={words.show}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
      {isOddPassword(password) && <Text size="sm">{words.odd}</Text>}
      <Text size="sm">{words.tellSeparately}</Text>
    </Stack>
  );
}
