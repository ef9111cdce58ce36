// The panel with the guide's other requests and whom to reach. Runs in the window.
import { Drawer, Stack, Tabs, Text } from '@mantine/core';
import { RequestKind } from '#shared/schema/support-request.ts';
import { useCase } from '../../state/case-context.ts';
import { ContactList } from './contact-list.tsx';
import { RequestForm } from './request-form.tsx';

interface RequestsPanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RequestsPanel({ opened, onClose }: RequestsPanelProps) {
  const { texts } = useCase();
  const { requests } = texts.sending;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={620}
      // Its lock is an inline style, which the page's security policy refuses.
      lockScroll={false}
      title={requests.title}
      closeButtonProps={{ 'aria-label': requests.close }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {requests.intro}
        </Text>
        <Tabs defaultValue="licence-key" keepMounted={false}>
          <Tabs.List mb="md">
            {RequestKind.options.map((kind) => (
              <Tabs.Tab key={kind} value={kind}>
                {texts.requests.name[kind]}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="contacts">{requests.contacts}</Tabs.Tab>
          </Tabs.List>
          {RequestKind.options.map((kind) => (
            <Tabs.Panel key={kind} value={kind}>
              <RequestForm kind={kind} />
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="contacts">
            <ContactList />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Drawer>
  );
}
