// The delivery of the moment while its own page is not in sight: how far it is, and the way there. Runs in the window.
import { Button, Text } from '@mantine/core';
import { useCase } from '../state/case-context.ts';
import { sentPercent } from '../state/sending.ts';

export function SendingNote() {
  const { state, actions, texts } = useCase();
  const { sending, screen } = state;
  const words = texts.upload.status;
  if (sending === undefined) return null;
  const { sha256 } = sending.goal.packet;
  if (screen.at === 'send' && screen.packet.sha256 === sha256) return null;
  if (screen.at === 'saved' && screen.receipt.sha256 === sha256) return null;
  const note = () => {
    switch (sending.at) {
      case 'sending':
        return words.headerSending(sentPercent(sending));
      case 'done':
        return texts.upload.done.title;
      case 'failed':
        return words.headerFailed;
      default:
        return words.headerAsks;
    }
  };
  // A packet under work or review must not be lost by a look at another one.
  const mayLeave = !['preparing', 'delivering', 'review'].includes(screen.at);
  if (!mayLeave) return <Text size="sm">{note()}</Text>;
  return (
    <Button variant="light" size="compact-sm" onClick={actions.showSending}>
      {note()}
    </Button>
  );
}
