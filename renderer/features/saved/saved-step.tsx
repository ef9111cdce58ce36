// Last step: where the packet is, whether it is complete, and what to do with it. Runs in the window.
import { Button, Group, List, Paper, Text, ThemeIcon } from '@mantine/core';
import { ChecklistItemId } from '#shared/schema/checklist.ts';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { CheckIcon, FolderIcon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { collectorName } from '../../format/collector-name.ts';
import { useCase } from '../../state/case-context.ts';
import type { ScreenAt } from '../../state/case-state.ts';
import type { SentPacket } from '../../state/sending.ts';
import { PhoneSection } from './phone-section.tsx';
import { SendPart } from './send/send-part.tsx';

export function SavedStep({ screen }: { readonly screen: ScreenAt<'saved'> }) {
  const { state, actions, texts } = useCase();
  const { saved, locale, steps } = texts.window;
  const { receipt } = screen;
  const { support } = state.policy;
  const { ccid, severity, title } = state.form;
  const packet: SentPacket = {
    ...receipt,
    ccid: ccid.trim().toUpperCase(),
    title: title.trim(),
    ...(severity === undefined ? {} : { severity }),
  };
  const itemName = (item: string) => {
    const known = ChecklistItemId.safeParse(item);
    return known.success ? texts.terms.checklistItem[known.data] : item;
  };
  const facts = [
    [saved.reference, receipt.caseReference],
    [saved.where, receipt.packetPath],
    [saved.size, byteSize(receipt.bytes, locale)],
    [saved.files, receipt.files.toLocaleString(locale)],
    [saved.sha256, receipt.sha256],
  ] as const;
  return (
    <StepFrame
      title={steps.saved.title}
      footer={
        <Group>
          <Button variant="default" size="md" onClick={actions.newCase}>
            {saved.another}
          </Button>
          <Button size="md" leftSection={<FolderIcon />} onClick={actions.showPacket}>
            {saved.show}
          </Button>
        </Group>
      }
    >
      <ProblemNotice />
      <Group gap="sm">
        <ThemeIcon radius="xl" size="lg" color="green" variant="light">
          <CheckIcon />
        </ThemeIcon>
        <Text>{saved.intro}</Text>
      </Group>
      <Paper withBorder p="lg">
        <FactList facts={facts} />
      </Paper>
      {receipt.gaps.length > 0 && (
        <Notice tone="watch" title={saved.gapsTitle}>
          <List>
            {receipt.gaps.map((item) => (
              <List.Item key={item}>{itemName(item)}</List.Item>
            ))}
          </List>
        </Notice>
      )}
      {receipt.failedCollectors.length > 0 && (
        <Notice tone="watch" title={saved.failedTitle}>
          <List>
            {receipt.failedCollectors.map((id) => (
              <List.Item key={id}>{collectorName(texts, id)}</List.Item>
            ))}
          </List>
        </Notice>
      )}
      <Section title={saved.nextTitle}>
        <List type="ordered" spacing={4}>
          {saved.next(support.hotline, packet.ccid, receipt.caseReference).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {saved.nextNote(support.edition)}
        </Text>
      </Section>
      <SendPart packet={packet} />
      <PhoneSection packet={packet} />
    </StepFrame>
  );
}
