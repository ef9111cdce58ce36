// A short form that ends in an e-mail draft; what the case already knows is filled in. Runs in the window.
import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MailDrafts } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/schema/problem.ts';
import type { RequestKind } from '#shared/schema/support-request.ts';
import { call } from '../../client.ts';
import { Notice } from '../../components/notice.tsx';
import { problemSentence } from '../../format/problem-sentence.ts';
import { useCase } from '../../state/case-context.ts';
import { HostIdField } from './host-id-field.tsx';
import { checkRequest, type RequestField, type TypedRequest } from './typed-request.ts';

const PURPOSE = {
  'licence-key': undefined,
  'ma-access': 'maintenance-advantage',
  renewal: 'renewal',
} as const;

export function RequestForm({ kind }: { readonly kind: RequestKind }) {
  const { state, texts } = useCase();
  const { requests } = texts.sending;
  const { form } = state;
  const [typed, setTyped] = useState<TypedRequest>({
    ccid: form.ccid,
    company: form.company,
    name: form.contactName,
    phone: form.contactPhone,
    email: form.contactEmail,
    host: { way: 'ip', text: '' },
    to: state.policy.support.contacts.find(({ purpose }) => purpose === PURPOSE[kind])?.address ?? '',
  });
  const [isChecked, setChecked] = useState(false);
  const [mail, setMail] = useState<MailDrafts>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const checked = checkRequest(kind, typed);
  const errorOf = (field: RequestField) => {
    const wrong = isChecked ? checked.wrong[field] : undefined;
    return wrong && requests[wrong];
  };
  const field = (name: Exclude<RequestField, 'host'>) => ({
    value: typed[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const save = async () => {
    setChecked(true);
    setMail(undefined);
    if (checked.request === undefined) return;
    const saved = await call('request:save', { request: checked.request, to: [...checked.to] });
    if (saved.ok) setMail(saved.value);
    setProblems(saved.ok ? [] : saved.problems);
  };
  return (
    <Stack gap="md">
      <SimpleGrid cols={2} spacing="md">
        <TextInput {...field('ccid')} label={texts.requests.ccid} spellCheck={false} withAsterisk />
        <TextInput {...field('company')} label={texts.requests.company} withAsterisk />
        <TextInput {...field('name')} label={texts.requests.contact} withAsterisk />
        <TextInput {...field('phone')} label={texts.requests.phone} type="tel" withAsterisk />
        <TextInput {...field('email')} label={texts.requests.email} type="email" withAsterisk />
        <TextInput
          {...field('to')}
          label={requests.to}
          description={requests.toHint[kind]}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </SimpleGrid>
      {kind === 'licence-key' && (
        <HostIdField
          value={typed.host}
          error={errorOf('host')}
          onChange={(host) => setTyped({ ...typed, host })}
        />
      )}
      {problems.length > 0 && (
        <Notice tone="failed" title={texts.window.frame.problemsTitle}>
          {problems.map((problem) => problemSentence(texts, problem)).join(' ')}
        </Notice>
      )}
      {mail !== undefined && (
        <Notice tone="info">
          <Text role="status" style={{ overflowWrap: 'anywhere' }}>
            {requests.saved(mail.drafts[0]?.name ?? '', mail.folder)}
          </Text>
          <Group mt="xs">
            <Button size="compact-sm" variant="light" onClick={() => void call('email:open', 'request', 0)}>
              {requests.openDraft}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void call('email:show', 'request')}>
              {requests.show}
            </Button>
          </Group>
        </Notice>
      )}
      <Group justify="flex-end">
        <Button onClick={() => void save()}>{requests.save}</Button>
      </Group>
    </Stack>
  );
}
