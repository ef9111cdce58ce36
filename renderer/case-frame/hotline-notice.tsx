// Severity 1: the telephone comes first. Nothing for other levels. Runs in the window.
import { Text } from '@mantine/core';
import { Notice } from '../components/notice.tsx';
import { useCase } from '../state/case-context.ts';

export function HotlineNotice({ top }: { readonly top?: number }) {
  const { state, texts } = useCase();
  const { hotline } = texts.severity;
  const { support } = state.policy;
  if (state.form.severity !== 1) return null;
  return (
    <Notice tone="watch" title={hotline.title(support.hotline)} {...(top === undefined ? {} : { top })}>
      <Text size="sm">{hotline.text}</Text>
      <Text size="sm" c="dimmed">
        {hotline.source(support.edition)}
      </Text>
    </Notice>
  );
}
