// A field for several lines that grows with its text. Runs in the window.
import { Textarea, type TextareaProps } from '@mantine/core';
import type { CSSProperties, Ref } from 'react';
import classes from './growing-textarea.module.css';

interface GrowingTextareaProps extends TextareaProps {
  readonly minRows: number;
  /** From there on it scrolls. */
  readonly maxRows: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function GrowingTextarea({ minRows, maxRows, ...props }: GrowingTextareaProps) {
  const rows = { '--rows-least': minRows, '--rows-most': maxRows } as CSSProperties;
  return <Textarea {...props} rows={minRows} classNames={{ input: classes.input ?? '' }} style={rows} />;
}
