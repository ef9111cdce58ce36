// The drafts that were written, and which of them the user has sent. Runs in the window.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { MailDrafts } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { FolderIcon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';

interface EmailChecklistProps {
  readonly mail: MailDrafts;
  readonly onAgain: () => void;
}

export function EmailChecklist({ mail, onAgain }: EmailChecklistProps) {
  const { texts } = useCase();
  const { email } = texts.sending;
  const { locale } = texts.window;
  const [sent, setSent] = useState<ReadonlySet<number>>(new Set());
  const [notOpened, setNotOpened] = useState(false);
  const next = mail.drafts.findIndex((_, place) => !sent.has(place));
  const open = async (place: number) => {
    const opened = await call('email:open', 'case', place);
    setNotOpened(opened.ok && !opened.value);
  };
  const tick = (place: number, isSent: boolean) =>
    setSent((before) => {
      const after = new Set(before);
      if (isSent) after.add(place);
      else after.delete(place);
      return after;
    });
  return (
    <Stack gap="md">
      <Text fw={600} role="status">
        {email.left(mail.drafts.length - sent.size, mail.drafts.length)}
      </Text>
      {notOpened && <Notice tone="watch">{email.notOpened}</Notice>}
      <Text size="sm" c="dimmed">
        {email.tick}
      </Text>
      <Stack gap={6}>
        {mail.drafts.map(({ name, bytes }, place) => (
          <Group key={name} justify="space-between" wrap="nowrap">
            <Checkbox
              label={email.sent(name, byteSize(bytes, locale))}
              checked={sent.has(place)}
              styles={{ label: { overflowWrap: 'anywhere' } }}
              onChange={(event) => tick(place, event.currentTarget.checked)}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={email.openDraft(name)}
              onClick={() => void open(place)}
            >
              {email.open}
            </Button>
          </Group>
        ))}
      </Stack>
      <Group>
        {next >= 0 && (
          <Button variant="light" onClick={() => void open(next)}>
            {email.openNext}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<FolderIcon />}
          onClick={() => void call('email:show', 'case')}
        >
          {email.show}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {email.again}
        </Button>
      </Group>
    </Stack>
  );
}
