// Required items that are missing, how to supply them, and going on without. Runs in the window.
import { Checkbox, List, Stack, Text } from '@mantine/core';
import { Notice } from '../../components/notice.tsx';
import { useCase } from '../../state/case-context.ts';
import { planGaps } from '../../state/plan-gaps.ts';

export function GapNotice() {
  const { state, dispatch, texts } = useCase();
  const { contents } = texts.window;
  const { plan } = state.planView;
  if (plan === undefined) return null;
  const { supplyHere, notOnThisMachine } = planGaps(plan, state.form);
  return (
    <>
      {supplyHere.length > 0 && (
        <Notice tone="watch" title={contents.gapsTitle}>
          <Stack gap="sm">
            <List>
              {supplyHere.map((item) => (
                <List.Item key={item}>
                  {contents.gap(texts.terms.checklistItem[item], contents.howTo[item])}
                </List.Item>
              ))}
            </List>
            <Checkbox
              label={contents.acceptIncomplete}
              checked={state.form.incompleteAccepted}
              onChange={(event) =>
                dispatch({
                  type: 'field-changed',
                  change: { incompleteAccepted: event.currentTarget.checked },
                })
              }
            />
          </Stack>
        </Notice>
      )}
      {notOnThisMachine.length > 0 && (
        <Notice tone="info" title={contents.notHereTitle}>
          <List>
            {notOnThisMachine.map((item) => (
              <List.Item key={item}>{texts.terms.checklistItem[item]}</List.Item>
            ))}
          </List>
          <Text size="sm" mt={6}>
            {contents.notHere}
          </Text>
        </Notice>
      )}
    </>
  );
}
