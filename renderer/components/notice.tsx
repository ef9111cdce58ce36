// A framed message: information, something to watch, or something that failed. Runs in the window.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { InfoIcon, WarningIcon } from './icons.tsx';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'watch' | 'failed';
  readonly title?: string;
  /** Pixels of space above. */
  readonly top?: number;
  readonly children?: ReactNode;
}

/** Failures are announced to screen readers at once; the others are read where they stand. */
export function Notice({ tone, title, top, children }: NoticeProps) {
  return (
    <div
      role={tone === 'failed' ? 'alert' : 'note'}
      className={classes.notice}
      data-tone={tone}
      style={{ marginTop: top }}
    >
      <span className={classes.icon}>{tone === 'info' ? <InfoIcon /> : <WarningIcon />}</span>
      <div className={classes.words}>
        {title !== undefined && <Text fw={600}>{title}</Text>}
        {children}
      </div>
    </div>
  );
}
