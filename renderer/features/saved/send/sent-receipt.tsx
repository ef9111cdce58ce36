// A packet that arrived: where, when, its hash, how that was checked, the other side's answer. Runs in the window.
import { Button, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { FactList } from '../../../components/fact-list.tsx';
import { CheckIcon } from '../../../components/icons.tsx';
import { Notice } from '../../../components/notice.tsx';
import { shownPlace } from '../../../format/shown-place.ts';
import { useCase } from '../../../state/case-context.ts';
import type { SendingAt } from '../../../state/sending.ts';
import boxes from './send.module.css';

export function SentReceipt({ sending }: { readonly sending: SendingAt<'done'> }) {
  const { actions, texts } = useCase();
  const words = texts.upload.done;
  const { goal, sent } = sending;
  const { receipt, receiptPath, earlier, recorded } = sent;
  const at = new Date(receipt.endedAt).toLocaleString(texts.window.locale);
  const facts = [
    [words.target, goal.target === undefined ? goal.place : shownPlace(receipt.target)],
    [words.at, at],
    [words.sha256, receipt.packet.sha256],
    [words.verified, texts.delivery.verification[receipt.verified]],
    [words.answer, goal.target === undefined ? undefined : receipt.answer],
    [words.receipt, receiptPath],
  ] as const;
  return (
    <Stack gap="md" className={boxes.outcome}>
      <Group gap="sm" role="status">
        <ThemeIcon radius="xl" color="green" variant="light">
          <CheckIcon />
        </ThemeIcon>
        <Text fw={600}>{goal.target === undefined ? words.copied : words.title}</Text>
      </Group>
      {earlier && <Notice tone="info">{words.earlier(at)}</Notice>}
      {!recorded && <Notice tone="watch">{words.notRecorded}</Notice>}
      <FactList facts={facts} />
      <Group>
        <Button size="xs" variant="default" onClick={actions.closeSending}>
          {words.other}
        </Button>
        {earlier && (
          <Button size="xs" variant="subtle" onClick={() => actions.send(goal, { again: true })}>
            {words.again}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
