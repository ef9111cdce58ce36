// All cases of this machine: those to go on with, and a new one. Runs in the window.
import { Button, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { PlusIcon } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { useCase } from '../../state/case-context.ts';
import { DraftCard } from './draft-card.tsx';
import { PacketCard } from './packet-card.tsx';
import { UnfinishedDeliveries } from './unfinished-deliveries.tsx';

export function CasesScreen() {
  const { state, actions, texts } = useCase();
  const { cases } = texts;
  const { listCases } = actions;
  useEffect(() => listCases(), [listCases]);
  return (
    <StepFrame
      title={cases.title}
      intro={cases.intro}
      footer={
        <Button size="md" leftSection={<PlusIcon />} onClick={actions.newCase}>
          {cases.newCase}
        </Button>
      }
    >
      <ProblemNotice />
      <UnfinishedDeliveries />
      <Section title={cases.drafts}>
        {state.drafts.length === 0 && <Text c="dimmed">{cases.noDrafts}</Text>}
        <Stack gap="sm" component="ul" p={0} m={0}>
          {state.drafts.map((draft) => (
            <DraftCard key={draft.id} draft={draft} />
          ))}
        </Stack>
      </Section>
      <Section title={cases.packets}>
        {state.packets?.length === 0 && <Text c="dimmed">{cases.noPackets}</Text>}
        <Stack gap="sm" component="ul" p={0} m={0}>
          {state.packets?.map((packet) => (
            <PacketCard key={packet.sha256 + packet.savedAt} packet={packet} />
          ))}
        </Stack>
      </Section>
    </StepFrame>
  );
}
