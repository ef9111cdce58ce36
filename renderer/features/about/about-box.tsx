// The about button and its box: version, licence, the policy in effect, new versions, the tool's own log. Runs in the window.
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AboutInfo } from '#shared/schema/about.ts';
import { call } from '../../client.ts';
import { useCase } from '../../state/case-context.ts';
import { OwnLogPart } from './own-log-part.tsx';
import { PolicyPart } from './policy-part.tsx';
import { UpdatePart } from './update-part.tsx';

export function AboutBox() {
  const { texts, dispatch } = useCase();
  const { about } = texts;
  const [info, setInfo] = useState<AboutInfo>();
  const open = async () => {
    const answer = await call('about:info');
    if (answer.ok) setInfo(answer.value);
    else dispatch({ type: 'call-failed', problems: answer.problems });
  };
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => void open()}>
        {about.open}
      </Button>
      <Modal
        opened={info !== undefined}
        onClose={() => setInfo(undefined)}
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
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
