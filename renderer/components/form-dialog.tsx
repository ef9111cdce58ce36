// A dialog with a form: what is typed stays in it until it is right and handed over. A click beside it does not throw that
// away. Runs in the window.
import { Button, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { DialogButtons } from './dialog-buttons.tsx';

interface FormDialogProps {
  readonly title: string;
  /** Width in pixels. */
  readonly size: number;
  readonly done: string;
  readonly cancel: string;
  /** While what was handed over is at work, the dialog stays. */
  readonly busy?: boolean;
  /** Told beside the buttons. */
  readonly status?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, size, done, cancel, busy = false, status, onSubmit, onClose, children } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': cancel, disabled: busy }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="md">
          {children}
          <DialogButtons>
            {status}
            <Button variant="default" disabled={busy} onClick={onClose}>
              {cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {done}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
