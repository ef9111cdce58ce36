// The ways in which a saved packet leaves: e-mail, a folder, a server; and what comes of it. Runs in the window.
import { Stack, Tabs } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readMailAddresses } from '#shared/mail-addresses.ts';
import { Section } from '../../../components/section.tsx';
import { useCase } from '../../../state/case-context.ts';
import { emailPresets } from '../../../state/email-presets.ts';
import type { SentPacket } from '../../../state/sending.ts';
import { EmailPanel } from '../email-panel.tsx';
import { useEmailDrafts } from '../use-email-drafts.ts';
import { FolderPanel } from './folder-panel.tsx';
import { SendOutcome } from './send-outcome.tsx';
import { ServerPanel } from './server-panel.tsx';
import { useFolder } from './use-folder.ts';

const WAYS = ['email', 'folder', 'server'] as const;
type Way = (typeof WAYS)[number];

export function SendPart({ packet }: { readonly packet: SentPacket }) {
  const { state, actions, texts } = useCase();
  const { upload } = texts;
  const { loadTargets } = actions;
  const { sending } = state;
  const mine = sending?.goal.packet.sha256 === packet.sha256 ? sending : undefined;
  const [way, setWay] = useState<Way>(mine === undefined ? 'email' : wayOf(mine.goal.target));
  const email = useEmailDrafts(packet.sha256);
  const folder = useFolder(packet);
  useEffect(() => loadTargets(), [loadTargets]);

  const saveForEmail = () => {
    const { mailTo, maxMessageMb } = emailPresets(state.start.settings, state.policy);
    setWay('email');
    actions.closeSending();
    void email.save(readMailAddresses(mailTo) ?? [], maxMessageMb * 1_000_000);
  };
  const copyToFolder = async () => {
    const chosen = await folder.choose();
    if (chosen === undefined) return;
    setWay('folder');
    actions.closeSending();
    if (chosen.fits) folder.copy(chosen);
  };
  return (
    <Section title={upload.title} hint={upload.hint}>
      <Stack gap="md">
        {mine !== undefined && (
          <SendOutcome sending={mine} onEmail={saveForEmail} onFolder={() => void copyToFolder()} />
        )}
        <Tabs value={way} onChange={(value) => setWay(WAYS.find((one) => one === value) ?? 'email')}>
          <Tabs.List>
            {WAYS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {upload.ways[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="email" pt="md">
            <EmailPanel handle={email} />
          </Tabs.Panel>
          <Tabs.Panel value="folder" pt="md">
            <FolderPanel folder={folder} packet={packet} />
          </Tabs.Panel>
          <Tabs.Panel value="server" pt="md">
            <ServerPanel packet={packet} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Section>
  );
}

const wayOf = (target: unknown): Way => (target === undefined ? 'folder' : 'server');
