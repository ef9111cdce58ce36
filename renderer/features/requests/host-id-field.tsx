// WINNTHOSTID: derived from an address, and shown how, or typed. Runs in the window.
import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { hostIdOfAddress, hostIdSteps } from '#shared/host-id.ts';
import { useCase } from '../../state/case-context.ts';

export interface TypedHostId {
  readonly way: 'ip' | 'typed';
  readonly text: string;
}

interface HostIdFieldProps {
  readonly value: TypedHostId;
  readonly onChange: (value: TypedHostId) => void;
  /** In words; undefined while nothing is wrong. */
  readonly error: string | undefined;
}

export function HostIdField({ value, onChange, error }: HostIdFieldProps) {
  const { texts } = useCase();
  const { requests } = texts.sending;
  const isIp = value.way === 'ip';
  const hostId = isIp ? hostIdOfAddress(value.text) : undefined;
  return (
    <Stack gap={4}>
      <TextInput
        label={isIp ? requests.ip : texts.requests.hostId}
        description={isIp ? requests.ipHint : requests.hostIdHint}
        value={value.text}
        error={error}
        spellCheck={false}
        withAsterisk
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      {hostId !== undefined && (
        <Text size="sm" role="status">
          {requests.derived(hostId, hostIdSteps(value.text))}
        </Text>
      )}
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        onClick={() => onChange({ way: isIp ? 'typed' : 'ip', text: '' })}
      >
        {isIp ? requests.typeHostId : requests.useAddress}
      </Anchor>
    </Stack>
  );
}
