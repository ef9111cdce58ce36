// The box behind the about button: version, licence, the policy in effect, new versions, the tool's own log. Runs in the
// window.
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AboutInfo } from '#shared/schema/about.ts';
import { call } from '../../client.ts';
import { useCase } from '../../state/case-context.ts';
import { OwnLogPart } from './own-log-part.tsx';
import { PolicyPart } from './policy-part.tsx';
import { UpdatePart } from './update-part.tsx';

interface AboutDialogProps {
  /** Undefined: closed. */
  readonly info: AboutInfo | undefined;
  readonly onClose: () => void;
}

export function AboutDialog({ info, onClose }: AboutDialogProps) {
  const { about } = useCase().texts;
  return (
    <Modal
      opened={info !== undefined}
      onClose={onClose}
      title={about.title}
      size="xl"
      // Mantine would add a style of its own, which the page's security policy refuses.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': about.close }}
    >
      {info !== undefined && (
        <Stack gap="lg">
          <Part title={about.version(info.version)}>
            <Text size="sm" c="dimmed">
              {info.parts.map(({ name, version }) => `${name} ${version}`).join(' · ')}
            </Text>
            <Text size="sm">{about.noticeText}</Text>
            {info.hasLicences && (
              <Group>
                <Button variant="default" size="xs" onClick={() => void call('about:licences')}>
                  {about.licences}
                </Button>
              </Group>
            )}
          </Part>
          <Part title={about.policyTitle}>
            <PolicyPart policy={info.policy} />
          </Part>
          <Part title={about.updateTitle}>
            <UpdatePart />
          </Part>
          <Part title={about.logTitle}>
            <OwnLogPart />
          </Part>
        </Stack>
      )}
    </Modal>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
