// How the packet is encrypted, and who can open it then. What is typed stays in this dialog until it is right. Runs in
// the window.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { type Encryption, EncryptionWay } from '#shared/schema/encryption.ts';
import { ChoiceCards } from '../../../components/choice-cards.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { GrowingTextarea } from '../../../components/growing-textarea.tsx';
import { useCase } from '../../../state/case-context.ts';
import { isAllowedWay } from '../../../state/window-policy.ts';
import { PasswordFields } from './password-fields.tsx';
import {
  type Protection,
  type ProtectionTrouble,
  protectionTrouble,
  toEncryption,
  typedProtection,
} from './protection.ts';

interface ProtectDialogProps {
  readonly encryption: Encryption | undefined;
  readonly onDone: (encryption: Encryption | undefined) => void;
  readonly onClose: () => void;
}

export function ProtectDialog({ encryption, onDone, onClose }: ProtectDialogProps) {
  const { state, texts } = useCase();
  const { protect: words } = texts;
  const [typed, setTyped] = useState(() => typedProtection(encryption));
  const [checked, setChecked] = useState(false);
  const trouble = checked ? protectionTrouble(typed) : undefined;
  const errorOf = (field: ProtectionTrouble['field']): string | undefined => {
    if (trouble?.field !== field) return undefined;
    return trouble.code === 'recipient-shape'
      ? words.recipientShape(trouble.line)
      : words.trouble[trouble.code];
  };
  const change = (part: Partial<Protection>) => setTyped((before) => ({ ...before, ...part }));
  function submit(): void {
    setChecked(true);
    if (protectionTrouble(typed) !== undefined) return;
    onDone(toEncryption(typed));
    onClose();
  }
  return (
    <FormDialog
      title={words.title}
      size={760}
      done={words.done}
      cancel={words.cancel}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {words.intro}
      </Text>
      <ChoiceCards
        label={words.way}
        field="encryption"
        choices={EncryptionWay.options.map((value) => ({
          value,
          ...words.ways[value],
          ...(isAllowedWay(value, state.policy) ? {} : { locked: texts.locked.encryption }),
        }))}
        value={typed.way}
        onChange={(way) => change({ way })}
        error={undefined}
      />
      {typed.way === 'password' && <PasswordFields typed={typed} errorOf={errorOf} onChange={change} />}
      {typed.way === 'age' && (
        <GrowingTextarea
          label={words.recipients}
          description={words.recipientsHint}
          value={typed.recipients}
          onChange={(event) => change({ recipients: event.currentTarget.value })}
          error={errorOf('recipients')}
          minRows={3}
          maxRows={8}
          spellCheck={false}
          withAsterisk
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      )}
    </FormDialog>
  );
}
