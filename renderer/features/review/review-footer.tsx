// Where the packet goes, how it is protected, and the two ways on. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Encryption } from '#shared/schema/encryption.ts';
import { FolderIcon, LockIcon } from '../../components/icons.tsx';
import { useCase } from '../../state/case-context.ts';
import { isAllowedWay } from '../../state/window-policy.ts';
import { ProtectDialog } from './protect/protect-dialog.tsx';
import classes from './review-footer.module.css';

export function ReviewFooter({ encryption }: { readonly encryption: Encryption | undefined }) {
  const { state, dispatch, actions, texts } = useCase();
  const { window, protect } = texts;
  const { review } = window;
  const [protecting, setProtecting] = useState(false);
  const isProtected = isAllowedWay(encryption?.way ?? 'none', state.policy);
  const folder = state.outputFolder?.label ?? state.start.outputFolder;
  const now =
    encryption?.way === 'age'
      ? protect.now.age(encryption.recipients.length)
      : protect.now[encryption?.way ?? 'none'];
  return (
    <div className={classes.bar}>
      <div className={classes.target}>
        <div className={classes.line}>
          <FolderIcon />
          <Text size="sm" c="dimmed" flex="none">
            {review.saveTo}
          </Text>
          <Text size="sm" className={classes.folder} title={folder}>
            {folder}
          </Text>
          <Button variant="subtle" size="compact-sm" flex="none" onClick={actions.pickOutputFolder}>
            {review.change}
          </Button>
        </div>
        <div className={classes.line}>
          <LockIcon />
          <Text size="sm" className={classes.folder}>
            {isProtected ? now : texts.locked.encryptFirst}
          </Text>
          <Button variant="subtle" size="compact-sm" flex="none" onClick={() => setProtecting(true)}>
            {protect.open}
          </Button>
        </div>
      </div>
      <Group wrap="nowrap" flex="none">
        <Button variant="default" size="md" title={review.backHint} onClick={() => actions.goTo('contents')}>
          {review.back}
        </Button>
        <Button size="md" onClick={isProtected ? actions.deliver : () => setProtecting(true)}>
          {review.save}
        </Button>
      </Group>
      {protecting && (
        <ProtectDialog
          encryption={encryption}
          onDone={(chosen) => dispatch({ type: 'encryption-chosen', encryption: chosen })}
          onClose={() => setProtecting(false)}
        />
      )}
    </div>
  );
}
