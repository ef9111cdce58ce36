// Asks whether a server that is met for the first time is the right one, by its fingerprint. Runs in the window.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useCase } from '../../../state/case-context.ts';
import type { SendingAt } from '../../../state/sending.ts';
import classes from './send.module.css';

export function HostKeyDialog({ sending }: { readonly sending: SendingAt<'host'> }) {
  const { actions, texts } = useCase();
  const words = texts.upload.hostKey;
  const { host, keyType, fingerprint } = sending.host;
  return (
    <Modal
      opened
      onClose={actions.closeSending}
      title={words.title}
      size={600}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.cancel }}
    >
      <Stack gap="md">
        <Text style={{ overflowWrap: 'anywhere' }}>{words.text(host)}</Text>
        <div>
          <Text size="sm" c="dimmed">
            {words.fingerprint}
          </Text>
          <Text className={classes.fingerprint}>{fingerprint}</Text>
          <Text size="sm" c="dimmed" mt={8}>
            {words.keyType}
          </Text>
          <Text className={classes.fingerprint}>{keyType}</Text>
        </div>
        <Text size="sm">{words.nothingSent}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={actions.closeSending}>
            {words.cancel}
          </Button>
          <Button onClick={actions.trustHost}>{words.trust}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
