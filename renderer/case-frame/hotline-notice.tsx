// Severity 1: the telephone comes first. Nothing for other levels. Runs in the window.
import { Text } from '@mantine/core';
import { china2008Policy } from '#shared/policy/china-2008-policy.ts';
import { Notice } from '../components/notice.tsx';
import { useCase } from '../state/case-context.ts';

export function HotlineNotice({ top }: { readonly top?: number }) {
  const { state, texts } = useCase();
  const { hotline } = texts.severity;
  if (state.form.severity !== 1) return null;
  return (
    <Notice
      tone="watch"
      title={hotline.title(china2008Policy.hotline)}
      {...(top === undefined ? {} : { top })}
    >
      <Text size="sm">{hotline.text}</Text>
      <Text size="sm" c="dimmed">
        {hotline.source(china2008Policy.edition)}
      </Text>
    </Notice>
  );
}
