// The guide's other requests, beside any step: a button in the bar on top and the panel that it opens. Runs in the window.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { later } from '../../app/later.tsx';
import { useCase } from '../../state/case-context.ts';

const RequestsPanel = later('RequestsPanel');

export function RequestsButton() {
  const { texts } = useCase();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {texts.sending.requests.open}
      </Button>
      <RequestsPanel opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
