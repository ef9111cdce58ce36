// Asks for the password of a target, a key or a proxy when it is needed. It goes to the main process and is nowhere else.
// Runs in the window.
import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { SecretField } from '../../../components/secret-field.tsx';
import { useCase } from '../../../state/case-context.ts';
import type { SendingAt } from '../../../state/sending.ts';

export function PasswordDialog({ sending }: { readonly sending: SendingAt<'password'> }) {
  const { state, actions, texts } = useCase();
  const words = texts.upload.password;
  const { goal, reason } = sending;
  const [text, setText] = useState('');
  const [keep, setKeep] = useState(false);
  const [empty, setEmpty] = useState(false);
  const keeps = state.targets?.keepsPasswords === true;
  const of = reason === 'proxy-login' ? 'proxy' : 'login';
  const address = new URL((of === 'proxy' ? goal.target?.proxy : goal.target?.url) ?? 'none:');
  const label =
    reason === 'identity-unusable'
      ? words.labelPassphrase
      : of === 'login' && address.username === '' && address.protocol.endsWith('https:')
        ? words.labelToken
        : words.label;
  const user = decodeURIComponent(address.username);
  const submit = () => {
    setEmpty(text === '');
    if (text !== '') actions.send(goal, { password: { of, text, keep: keep && keeps } });
  };
  return (
    <FormDialog
      title={words.title[of]}
      size={520}
      done={words.done}
      cancel={words.cancel}
      onSubmit={submit}
      onClose={actions.closeSending}
    >
      <Text style={{ overflowWrap: 'anywhere' }}>
        {words.reason[reason](user === '' ? address.host : `${user}@${address.host}`)}
      </Text>
      <SecretField
        maxLength={10_000}
        label={label}
        value={text}
        error={empty ? words.missing : undefined}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {keeps ? (
        <Checkbox
          label={words.keep}
          description={words.keepHint}
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {words.cannotKeep}
        </Text>
      )}
    </FormDialog>
  );
}
