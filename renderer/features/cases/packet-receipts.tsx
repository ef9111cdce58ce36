// Where a saved packet was sent, when, and what came of it; the last delivery in sight, the others at a click. Runs in the
// window.
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { DeliveryFailure, type HistoryEntry } from '#shared/schema/delivery.ts';
import { shownPlace } from '../../format/shown-place.ts';
import { useCase } from '../../state/case-context.ts';

export function PacketReceipts({ deliveries }: { readonly deliveries: readonly HistoryEntry[] }) {
  const { texts } = useCase();
  const words = texts.upload.receipts;
  const [all, setAll] = useState(false);
  const sentence = (entry: HistoryEntry) => {
    const target = shownPlace(entry.target);
    const at = new Date(entry.endedAt).toLocaleString(texts.window.locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    if (entry.outcome === 'delivered') return words.delivered(target, at);
    if (entry.outcome === 'cancelled') return words.cancelled(target, at);
    const known = DeliveryFailure.safeParse(entry.reason);
    const reason = known.success
      ? texts.delivery.failure[known.data].what
      : (words.reason[entry.reason] ?? entry.reason);
    return words.failed(target, at, reason);
  };
  if (deliveries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.none}
      </Text>
    );
  }
  const shown = all ? deliveries : deliveries.slice(0, 1);
  return (
    <>
      {shown.map((entry) => (
        <Text key={entry.startedAt + entry.endedAt + entry.target} size="sm">
          {sentence(entry)}
        </Text>
      ))}
      {deliveries.length > 1 && !all && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {words.show(deliveries.length)}
        </Button>
      )}
    </>
  );
}
