// More words to replace, and redacting the draft again with them. Runs in the window.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { KeywordField } from '../../../case-frame/keyword-field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
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
    <FormDialog
      title={words.title}
      size={620}
      done={words.redact}
      cancel={words.cancel}
      busy={busy}
      status={
        <Text size="sm" role="status">
          {busy ? words.redacting : ''}
        </Text>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
      <KeywordField value={keywords} onChange={setKeywords} error={empty ? words.missing : undefined} />
    </FormDialog>
  );
}
