// What to say on the phone about a saved packet, to be read out or copied. Runs in the window.
import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { Section } from '../../components/section.tsx';
import { severityName } from '../../format/severity-name.ts';
import { useCase } from '../../state/case-context.ts';
import type { SentPacket } from '../../state/sending.ts';

interface PhoneSectionProps {
  readonly packet: SentPacket;
}

export function PhoneSection({ packet }: PhoneSectionProps) {
  const { state, texts } = useCase();
  const { support } = state.policy;
  const { phone } = texts.sending;
  const { caseReference, ccid, severity, title } = packet;
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const level = severity === undefined ? '' : phone.level(severity, severityName(texts, support, severity));
  const text = phone.text(support.hotline, ccid, level, title, caseReference);
  const copy = () => {
    field.current?.select();
    // The asynchronous clipboard needs a permission, and this window has none.
    setCopied(document.execCommand('copy'));
  };
  return (
    <Section title={phone.title} hint={phone.hint}>
      <GrowingTextarea ref={field} aria-label={phone.title} value={text} readOnly minRows={4} maxRows={12} />
      <Group justify="flex-end">
        <Button variant="default" size="compact-sm" onClick={copy} aria-live="polite">
          {copied ? phone.copied : phone.copy}
        </Button>
      </Group>
    </Section>
  );
}
