// More words to replace, and redacting the draft again with them. Runs in the window.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { KeywordField } from '../../../case-frame/keyword-field.tsx';
import { useCase } from '../../../state/case-context.ts';
import { keywordTrouble, toKeywords } from '../../../state/keywords.ts';

export function KeywordDialog({ onClose }: { readonly onClose: () => void }) {
  const { actions, texts } = useCase();
  const words = texts.redacting.keywordDialog;
  const [keywords, setKeywords] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  async function submit(): Promise<void> {
    setEmpty(toKeywords(keywords).length === 0);
    if (toKeywords(keywords).length === 0 || keywordTrouble(keywords) !== undefined) return;
    setBusy(true);
    await actions.redactAgain(keywords);
    onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={620}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.cancel, disabled: busy }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <KeywordField value={keywords} onChange={setKeywords} error={empty ? words.missing : undefined} />
          <Group justify="flex-end">
            <Text size="sm" role="status">
              {busy ? words.redacting : ''}
            </Text>
            <Button variant="default" disabled={busy} onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.redact}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
