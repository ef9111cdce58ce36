// The packet as e-mail drafts: the way that needs no network. Runs in the window.
import { Button, Group, Input, Progress, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readMailAddresses } from '#shared/mail-addresses.ts';
import { Notice } from '../../components/notice.tsx';
import { problemSentence } from '../../format/problem-sentence.ts';
import { useCase } from '../../state/case-context.ts';
import { emailPresets } from '../../state/email-presets.ts';
import { EmailChecklist } from './email-checklist.tsx';
import type { EmailDraftsHandle } from './use-email-drafts.ts';

/** What mail servers usually take, in millions of bytes. */
const LIMITS_MB = [10, 20, 25];

export function EmailPanel({ handle }: { readonly handle: EmailDraftsHandle }) {
  const { state, texts } = useCase();
  const { email } = texts.sending;
  const { work, save, cancel, again } = handle;
  const preset = emailPresets(state.start.settings, state.policy);
  const [to, setTo] = useState(preset.mailTo);
  const [limitMb, setLimitMb] = useState(preset.maxMessageMb);
  const { recipientsLocked } = state.policy.sending;
  const [checked, setChecked] = useState(false);
  const addresses = readMailAddresses(to);
  const write = () => {
    setChecked(true);
    if (addresses !== undefined) void save(addresses, limitMb * 1_000_000);
  };
  const limits = [...new Set([...LIMITS_MB, limitMb])]
    .filter((one) => one <= preset.mostMb)
    .sort((a, b) => a - b);
  if (work.at === 'written') return <EmailChecklist mail={work.mail} onAgain={again} />;
  const problems = work.at === 'asking' ? work.problems.filter(({ code }) => code !== 'cancelled') : [];
  const writing = work.at === 'writing';
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {email.hint}
      </Text>
      {problems.length > 0 && (
        <Notice tone="failed" title={texts.window.frame.problemsTitle}>
          {problems.map((problem) => problemSentence(texts, problem)).join(' ')}
        </Notice>
      )}
      <TextInput
        type="text"
        inputMode="email"
        label={email.to}
        description={recipientsLocked ? texts.locked.recipients : email.toHint}
        readOnly={recipientsLocked}
        value={to}
        disabled={writing}
        spellCheck={false}
        error={checked && addresses === undefined ? email.toWrong : undefined}
        onChange={(event) => setTo(event.currentTarget.value)}
        onBlur={() => setChecked(true)}
      />
      <Group justify="space-between" align="end">
        <Input.Wrapper label={email.limit} labelElement="div">
          <div>
            <SegmentedControl
              mt={6}
              aria-label={email.limit}
              disabled={writing}
              data={limits.map((one) => ({ value: String(one), label: email.limitOf(one) }))}
              value={String(limitMb)}
              onChange={(value) => setLimitMb(Number(value))}
            />
          </div>
        </Input.Wrapper>
        {writing ? (
          <Button variant="default" onClick={cancel}>
            {email.cancel}
          </Button>
        ) : (
          <Button variant="light" onClick={write}>
            {email.save}
          </Button>
        )}
      </Group>
      {work.at === 'writing' && (
        <div role="status">
          <Text size="sm">{email.saving}</Text>
          <Progress value={work.percent} aria-label={email.saving} mt={6} />
        </div>
      )}
    </Stack>
  );
}
