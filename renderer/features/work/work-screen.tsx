// While the engine collects or saves: how far it is, how long it takes, and a way out. Runs in the window.
import { Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { StepFrame } from '../../components/step-frame.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { collectorName } from '../../format/collector-name.ts';
import { useCase } from '../../state/case-context.ts';
import type { ScreenAt } from '../../state/case-state.ts';
import { remainingMs } from '../../state/progress-track.ts';
import { CollectorProgress } from './collector-progress.tsx';
import { useSpokenNow } from './use-spoken-now.ts';
import classes from './work-screen.module.css';

export function WorkScreen({ screen }: { readonly screen: ScreenAt<'preparing' | 'delivering'> }) {
  const { actions, texts } = useCase();
  const { work, duration, locale } = texts.window;
  const background = texts.work;
  const progress = screen.track.current;
  const share = progress && progress.totalBytes > 0 ? progress.doneBytes / progress.totalBytes : 0;
  const percent = Math.min(100, Math.floor(share * 100));
  const leftMs = remainingMs(screen.track);
  const left = leftMs === undefined ? work.remainingUnknown : work.remaining(duration(leftMs / 1000));
  const stage = progress === undefined ? '' : texts.terms.stage[progress.stage];
  const count = (number: number) => number.toLocaleString(locale);
  return (
    <StepFrame
      title={work[screen.at]}
      intro={screen.at === 'preparing' ? work.preparingHint : work.deliveringHint}
      footer={
        <Group>
          <Button variant="subtle" size="md" title={background.backgroundHint} onClick={actions.minimize}>
            {background.background}
          </Button>
          <Button variant="default" size="md" disabled={screen.cancelling} onClick={actions.cancel}>
            {work.cancel}
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>
            {screen.cancelling
              ? work.cancelling
              : [stage, progress?.collector && collectorName(texts, progress.collector)]
                  .filter(Boolean)
                  .join(' · ')}
          </Text>
          <Text>{progress?.stage === 'look' ? '' : `${percent}%`}</Text>
        </Group>
        <Progress.Root size="lg">
          <Progress.Section
            value={progress?.stage === 'look' ? 100 : percent}
            animated={progress?.stage === 'look'}
            striped={progress?.stage === 'look'}
            aria-label={work.progressLabel}
          />
        </Progress.Root>
        <Group justify="space-between" mih={24}>
          <Text size="sm">
            {progress !== undefined &&
              [
                work.bytes(byteSize(progress.doneBytes, locale), byteSize(progress.totalBytes, locale)),
                work.files(count(progress.doneFiles), count(progress.totalFiles)),
              ].join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {progress === undefined || progress.stage === 'look' ? '' : left}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" className={classes.file} title={progress?.file ?? ''}>
          {progress?.file ?? ''}
        </Text>
      </Stack>
      {screen.at === 'preparing' && progress?.stage === 'collect' && (
        <CollectorProgress track={screen.track} />
      )}
      <VisuallyHidden role="status">
        {useSpokenNow([stage, work.percent(percent), left].filter(Boolean).join('; '))}
      </VisuallyHidden>
    </StepFrame>
  );
}
