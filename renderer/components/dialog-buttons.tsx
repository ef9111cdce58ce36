// The buttons at the end of a dialog: in sight however long it is. Runs in the window.
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog-buttons.module.css';

export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return (
    <Group justify="flex-end" className={classes.buttons}>
      {children}
    </Group>
  );
}
