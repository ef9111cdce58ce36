// A field for a secret, which no browser remembers. Runs in the window.
import { TextInput, type TextInputProps } from '@mantine/core';

interface SecretFieldProps extends TextInputProps {
  /** Whether it is readable. */
  readonly shown?: boolean;
}

export function SecretField({ shown = false, ...props }: SecretFieldProps) {
  return <TextInput {...props} type={shown ? 'text' : 'password'} autoComplete="off" spellCheck={false} />;
}
