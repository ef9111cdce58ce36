// One screenshot: what it shows, its caption, its place among the others. Runs in the window.
import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { screenshotAddress } from '#shared/ipc/screenshot-transfer.ts';
import { safeText } from '#shared/safe-text.ts';
import { CrossIcon, LeftIcon, RightIcon } from '../../../components/icons.tsx';
import { byteSize } from '../../../format/byte-size.ts';
import { useCase } from '../../../state/case-context.ts';
import type { Screenshot } from '../../../state/case-form.ts';
import classes from './screenshot-card.module.css';

interface ScreenshotCardProps {
  readonly screenshot: Screenshot;
  readonly index: number;
  readonly count: number;
  readonly onEdit: () => void;
}

export function ScreenshotCard({ screenshot, index, count, onEdit }: ScreenshotCardProps) {
  const { dispatch, texts } = useCase();
  const { screenshots: words, window } = texts;
  const { id, sizeBytes, caption = '' } = screenshot;
  const label = safeText(screenshot.label);
  const [shown, setShown] = useState(true);
  const move = (moveBy: -1 | 1) => dispatch({ type: 'screenshot-changed', id, change: { moveBy } });
  return (
    <li className={classes.card}>
      {shown ? (
        <button
          type="button"
          className={classes.picture}
          onClick={onEdit}
          aria-label={words.editLabel(label)}
        >
          <img src={screenshotAddress(id)} alt="" onError={() => setShown(false)} />
        </button>
      ) : (
        <div className={classes.picture}>
          <Text size="sm" c="dimmed">
            {words.notShown}
          </Text>
        </div>
      )}
      <div className={classes.words}>
        <Text size="sm" className={classes.name} title={label}>
          {label}
        </Text>
        <Text size="xs" c="dimmed">
          {[words.position(index + 1, count), byteSize(sizeBytes, window.locale)].join(' · ')}
        </Text>
      </div>
      <TextInput
        size="xs"
        aria-label={words.captionOf(index + 1)}
        placeholder={words.captionPlaceholder}
        value={caption}
        maxLength={200}
        onChange={(event) =>
          dispatch({ type: 'screenshot-changed', id, change: { caption: event.currentTarget.value } })
        }
      />
      <Group gap={4} wrap="nowrap" justify="space-between">
        <Button size="compact-sm" variant="light" onClick={onEdit} disabled={!shown}>
          {words.edit}
        </Button>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.moveUp(label)}
            // Not disabled: the focus would be lost on the way to the end of the list.
            aria-disabled={index === 0}
            onClick={() => move(-1)}
          >
            <LeftIcon size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.moveDown(label)}
            aria-disabled={index === count - 1}
            onClick={() => move(1)}
          >
            <RightIcon size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.remove(label)}
            onClick={() => dispatch({ type: 'file-removed', list: 'screenshots', id })}
          >
            <CrossIcon size={16} />
          </ActionIcon>
        </Group>
      </Group>
    </li>
  );
}
