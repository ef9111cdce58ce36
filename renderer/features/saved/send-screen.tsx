// A packet that was saved earlier, to be sent or sent again. Runs in the window.
import { Button, Paper } from '@mantine/core';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import type { SentPacket } from '../../state/sending.ts';
import { PhoneSection } from './phone-section.tsx';
import { SendPart } from './send/send-part.tsx';

export function SendScreen({ packet }: { readonly packet: SentPacket }) {
  const { actions, texts } = useCase();
  const { saved, locale } = texts.window;
  const facts = [
    [saved.reference, [packet.caseReference, packet.title].filter(Boolean).join(' · ')],
    [saved.where, packet.packetPath],
    [saved.size, byteSize(packet.bytes, locale)],
  ] as const;
  return (
    <StepFrame
      title={texts.upload.screen.title}
      footer={
        <Button variant="default" size="md" onClick={actions.showCases}>
          {texts.upload.screen.back}
        </Button>
      }
    >
      <ProblemNotice />
      <Paper withBorder p="lg">
        <FactList facts={facts} />
      </Paper>
      <SendPart packet={packet} />
      <PhoneSection packet={packet} />
    </StepFrame>
  );
}
