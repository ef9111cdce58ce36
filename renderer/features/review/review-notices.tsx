// What to know before saving: what could not be collected, what is missing. Runs in the window.
import { List, Text } from '@mantine/core';
import { Notice } from '../../components/notice.tsx';
import { collectorName, reasonText } from '../../format/collector-name.ts';
import { useCase } from '../../state/case-context.ts';
import type { Draft } from '../../state/case-state.ts';

export function ReviewNotices({ draft }: { readonly draft: Draft }) {
  const { state, texts } = useCase();
  const { review } = texts.window;
  const { outcomes, checklist } = draft.summary;
  const troubled = outcomes.filter(({ status }) => status !== 'ok' && status !== 'skipped');
  const needsRights =
    state.machine?.elevated === false && troubled.some(({ reason }) => reason === 'permission-denied');
  const missing = checklist.filter(({ required, state }) => required && state === 'missing');
  return (
    <>
      {troubled.length > 0 && (
        <Notice tone="watch" title={review.outcomesTitle}>
          <List>
            {troubled.map(({ collector, status, reason }) => (
              <List.Item key={collector}>
                {review.outcome(
                  collectorName(texts, collector),
                  texts.terms.outcomeStatus[status],
                  reasonText(texts, reason),
                )}
              </List.Item>
            ))}
          </List>
          {needsRights && (
            <Text size="sm" mt="xs">
              {review.needsRights}
            </Text>
          )}
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="watch" title={review.gapsTitle}>
          <List>
            {missing.map(({ item }) => (
              <List.Item key={item}>{texts.terms.checklistItem[item]}</List.Item>
            ))}
          </List>
        </Notice>
      )}
    </>
  );
}
