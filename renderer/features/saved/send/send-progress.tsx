// A delivery on its way: bytes, speed, remaining time, pauses between attempts, and cancel. Runs in the window.
import { Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { byteSize } from '../../../format/byte-size.ts';
import { useCase } from '../../../state/case-context.ts';
import { bytesPerSecond, remainingMs } from '../../../state/progress-track.ts';
import { isConnecting, type SendingAt, sentPercent } from '../../../state/sending.ts';
import classes from './send.module.css';

export function SendProgress({ sending }: { readonly sending: SendingAt<'sending'> }) {
  const { actions, texts } = useCase();
  const words = texts.upload.status;
  const { locale, duration, work } = texts.window;
  const { goal, track, cancelling } = sending;
  const { current } = track;
  const percent = sentPercent(sending);
  const pace = bytesPerSecond(track);
  const leftMs = remainingMs(track);
  const place = goal.target === undefined ? words.copying(goal.place) : words.sending(goal.place);
  const doing = () => {
    if (cancelling) return words.cancelling;
    if (current?.pause !== undefined) {
      const { reason, delayMs, retry, retries } = current.pause;
      const what = texts.delivery.failure[reason].what;
      return words.pause(what, Math.ceil(delayMs / 1000), retry, retries);
    }
    if (isConnecting(sending)) return words.connecting;
    if (current === undefined || current.stage === 'check') return words.checking;
    if (current.doneBytes >= current.totalBytes) return words.answer;
    return [
      words.bytes(byteSize(current.doneBytes, locale), byteSize(current.totalBytes, locale)),
      ...(pace === undefined ? [] : [words.speed(byteSize(pace, locale))]),
      leftMs === undefined ? work.remainingUnknown : work.remaining(duration(leftMs / 1000)),
    ].join(' · ');
  };
  return (
    <Stack gap="sm" className={classes.outcome}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} className={classes.place}>
          {place}
        </Text>
        <Text>{percent}%</Text>
      </Group>
      <Progress value={percent} size="lg" aria-label={words.progressLabel} />
      <Text size="sm" mih={22}>
        {doing()}
      </Text>
      <VisuallyHidden role="status">{words.percent(percent - (percent % 10))}</VisuallyHidden>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {words.background}
        </Text>
        <Button variant="default" size="xs" disabled={cancelling} onClick={actions.cancelSending}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
