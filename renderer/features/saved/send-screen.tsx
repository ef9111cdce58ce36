// A packet that was saved earlier, to be sent or sent again. Runs in the window.
import { Button, Paper } from '@mantine/core';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import type { SentPacket } from '../../state/sending.ts';
import { PhoneSection } from './phone-section.tsx';
import classes from './saved-step.module.css';
import { SendPart } from './send/send-part.tsx';

export function SendScreen({ packet }: { readonly packet: SentPacket }) {
  const { actions, texts } = useCase();
  const { saved, locale } = texts.window;
  const rows: readonly (readonly [string, string])[] = [
    [saved.reference, [packet.caseReference, packet.title].filter(Boolean).join(' · ')],
    [saved.where, packet.packetPath],
    [saved.size, byteSize(packet.bytes, locale)],
  ];
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
        <dl className={classes.facts}>
          {rows.map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Paper>
      <SendPart packet={packet} />
      <PhoneSection packet={packet} />
    </StepFrame>
  );
}
