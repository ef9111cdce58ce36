// Where a delivery stands: on its way, waiting for an answer of the user, failed with the ways on, or arrived. Runs in the
// window.
import { useCase } from '../../../state/case-context.ts';
import type { Sending } from '../../../state/sending.ts';
import { HostKeyDialog } from './host-key-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { SendFailed } from './send-failed.tsx';
import { SendProgress } from './send-progress.tsx';
import { SentReceipt } from './sent-receipt.tsx';

interface SendOutcomeProps {
  readonly sending: Sending;
  readonly onEmail: () => void;
  readonly onFolder: () => void;
}

export function SendOutcome({ sending, onEmail, onFolder }: SendOutcomeProps) {
  const { actions } = useCase();
  switch (sending.at) {
    case 'sending':
      return <SendProgress sending={sending} />;
    case 'password':
      return <PasswordDialog key={sending.reason} sending={sending} />;
    case 'host':
      return <HostKeyDialog sending={sending} />;
    case 'failed':
      return (
        <SendFailed
          problems={sending.problems}
          onSend={(again) => actions.send(sending.goal, { again })}
          onEmail={onEmail}
          onFolder={onFolder}
        />
      );
    case 'done':
      return <SentReceipt sending={sending} />;
  }
}
