// What the seal check found in the finished packet, and the way on without that file. Runs in the window.
import { Button, Stack, Text } from '@mantine/core';
import { Notice } from '../../../components/notice.tsx';
import { useCase } from '../../../state/case-context.ts';
import type { Draft } from '../../../state/case-state.ts';

export function LeakNotice({ draft }: { readonly draft: Draft }) {
  const { state, actions, texts } = useCase();
  const words = texts.redacting.leak;
  const found = state.problems.find((problem) => problem.code === 'leak-found');
  if (found === undefined) return null;
  // The case sheet is made while packing: there is no file to keep here.
  const canStay = draft.summary.files.some(({ path }) => path === found.path);
  return (
    <Notice tone="failed" title={words.title}>
      <Stack gap="sm" align="flex-start">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {words.text(found.path, texts.redaction.rule[found.rule])}
        </Text>
        {canStay ? (
          <Button onClick={() => actions.deliverWithout(found.path)}>{words.retry}</Button>
        ) : (
          <Text>{words.addKeyword}</Text>
        )}
      </Stack>
    </Notice>
  );
}
