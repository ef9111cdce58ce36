// One packet that was saved before: where it is, whether it is still intact, where it was sent, and what
// can be done with it. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { PacketState } from '#shared/schema/saved-packet.ts';
import type { ListedPacket } from '#shared/schema/sending.ts';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import classes from './draft-card.module.css';
import { PacketReceipts } from './packet-receipts.tsx';

export function PacketCard({ packet }: { readonly packet: ListedPacket }) {
  const { actions, texts } = useCase();
  const { cases, window } = texts;
  const [found, setFound] = useState<PacketState | 'checking'>();
  const { caseReference, title, company, ccid, sha256, ticket } = packet;
  const savedAt = new Date(packet.savedAt).toLocaleString(window.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const parts = [
    savedAt,
    company,
    ccid,
    byteSize(packet.bytes, window.locale),
    ...(ticket === undefined ? [] : [cases.ticketOf(ticket)]),
    ...(packet.gaps > 0 ? [cases.incomplete(packet.gaps)] : []),
  ];
  const check = async () => {
    setFound('checking');
    setFound(await actions.checkPacket(sha256));
  };
  return (
    <li className={classes.card} data-below>
      <div className={classes.words}>
        <Text fw={600}>
          {caseReference} · {title || cases.untitled}
        </Text>
        <Text size="sm" c="dimmed">
          {cases.list(parts.filter((part) => part !== ''))}
        </Text>
        <Text size="xs" c="dimmed" className={classes.path}>
          {packet.packetPath}
        </Text>
        <PacketReceipts deliveries={packet.deliveries} />
        <Text size="sm" role="status" mih={found === undefined ? 0 : 20}>
          {found !== undefined && cases.packetState[found]}
        </Text>
      </div>
      <Group gap="xs">
        <Button size="xs" variant="subtle" onClick={() => void check()}>
          {cases.check}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => actions.showSavedPacket(sha256)}>
          {cases.show}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => actions.followUp(packet)}>
          {cases.followUp}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={texts.upload.receipts.sendNamed(caseReference)}
          onClick={() => actions.openPacket(packet)}
        >
          {texts.upload.receipts.send}
        </Button>
      </Group>
    </li>
  );
}
