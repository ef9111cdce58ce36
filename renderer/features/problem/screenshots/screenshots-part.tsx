// The error screenshots: capture, pick, paste or drop; then caption, order, cover. Runs in the window.
import { Button, Group, Loader, Text, VisuallyHidden } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { later } from '../../../app/later.tsx';
import { CameraIcon, PlusIcon } from '../../../components/icons.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Section } from '../../../components/section.tsx';
import { useCase } from '../../../state/case-context.ts';
import type { Screenshot } from '../../../state/case-form.ts';
import classes from './screenshots-part.module.css';
import { useAddedPictures } from './use-added-pictures.ts';

const CaptureDialog = later('CaptureDialog');
const PictureEditor = later('PictureEditor');
const ScreenshotCard = later('ScreenshotCard');

export function ScreenshotsPart() {
  const { state, actions, texts } = useCase();
  const words = texts.screenshots;
  const { screenshots } = state.form;
  const { add, adding, refused } = useAddedPictures();
  const [over, setOver] = useState(false);
  const [capturing, setCapturing] = useState(false);
  const [edited, setEdited] = useState<Screenshot>();

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <Section title={words.title} hint={words.hint}>
      <section
        aria-label={words.title}
        className={classes.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Group gap="sm">
          <Button variant="default" leftSection={<CameraIcon size={16} />} onClick={() => setCapturing(true)}>
            {words.capture}
          </Button>
          <Button
            variant="default"
            leftSection={<PlusIcon size={16} />}
            data-field="screenshots"
            onClick={() => actions.pickFiles('screenshots')}
          >
            {words.add}
          </Button>
          <Text size="sm" c="dimmed">
            {over ? words.dropHere : words.pasteOrDrop}
          </Text>
          {adding && <Loader size="xs" />}
          <VisuallyHidden role="status">{adding ? words.adding : ''}</VisuallyHidden>
        </Group>
        {refused.length > 0 && (
          <Notice tone="failed">
            {refused.map((why) => (
              <Text key={why} size="sm">
                {why}
              </Text>
            ))}
          </Notice>
        )}
        {screenshots.length > 0 && (
          <ul className={classes.cards} aria-label={words.title}>
            {screenshots.map((screenshot, index) => (
              <ScreenshotCard
                key={screenshot.id}
                screenshot={screenshot}
                index={index}
                count={screenshots.length}
                onEdit={() => setEdited(screenshot)}
              />
            ))}
          </ul>
        )}
      </section>
      {capturing && <CaptureDialog onClose={() => setCapturing(false)} />}
      {edited !== undefined && <PictureEditor screenshot={edited} onClose={() => setEdited(undefined)} />}
    </Section>
  );
}
