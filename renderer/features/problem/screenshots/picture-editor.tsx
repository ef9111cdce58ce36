// Covers and crops one screenshot; saving puts a new picture in its place. Runs in the window.
import { Button, Group, Input, Modal, SegmentedControl, Text } from '@mantine/core';
import { useReducer, useRef, useState } from 'react';
import { call } from '../../../client.ts';
import { Notice } from '../../../components/notice.tsx';
import { useCase } from '../../../state/case-context.ts';
import type { Screenshot } from '../../../state/case-form.ts';
import { burnIn } from './burn-in.ts';
import { editHistory, noHistory } from './edit-history.ts';
import classes from './picture-editor.module.css';
import { type Part, placedInMiddle } from './picture-edits.ts';
import { PictureStage } from './picture-stage.tsx';

interface PictureEditorProps {
  readonly screenshot: Screenshot;
  readonly onClose: () => void;
}

export function PictureEditor({ screenshot, onClose }: PictureEditorProps) {
  const { dispatch, texts } = useCase();
  const words = texts.screenshots.editor;
  const [history, change] = useReducer(editHistory, noHistory);
  const [mode, setMode] = useState<'cover' | 'crop'>('cover');
  /** The part that was added last takes the focus. */
  const [fresh, setFresh] = useState<Part>();
  const [trouble, setTrouble] = useState(false);
  const [saving, setSaving] = useState(false);
  const picture = useRef<HTMLImageElement>(null);
  const { now, past } = history;
  const changed = now.boxes.length > 0 || now.crop !== undefined;

  function addInMiddle(kind: 'box' | 'crop'): void {
    if (picture.current === null) return;
    const { naturalWidth: width, naturalHeight: height } = picture.current;
    const rect = placedInMiddle(kind, { width, height });
    const boxes = kind === 'box' ? [...now.boxes, rect] : now.boxes;
    change({ change: { boxes, crop: kind === 'crop' ? rect : now.crop } });
    setFresh(kind === 'box' ? now.boxes.length : 'crop');
  }

  async function save(): Promise<void> {
    if (picture.current === null) return;
    setSaving(true);
    const png = await burnIn(picture.current, now);
    const saved = png && (await call('screenshot:save', { of: screenshot.id, png }));
    setSaving(false);
    if (saved === undefined) return setTrouble(true);
    if (saved.ok) {
      const label = `${screenshot.label.replace(/\.[^.]*$/, '')}.png`;
      dispatch({
        type: 'screenshot-changed',
        id: screenshot.id,
        change: { replaceBy: { ...saved.value, label } },
      });
    } else {
      dispatch({ type: 'call-failed', problems: saved.problems });
    }
    onClose();
  }

  const cropped = now.crop && words.cropped(now.crop.width, now.crop.height);
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': words.cancel }}
      // Work is not lost by one key.
      closeOnEscape={!changed}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) change('undo');
      }}
    >
      <Group gap="sm">
        <Input.Label component="span" labelElement="div">
          {words.mode}
        </Input.Label>
        <SegmentedControl
          aria-label={words.mode}
          value={mode}
          onChange={(value) => setMode(value === 'crop' ? 'crop' : 'cover')}
          data={[
            { value: 'cover', label: words.cover },
            { value: 'crop', label: words.crop },
          ]}
        />
        <Button variant="default" onClick={() => addInMiddle('box')}>
          {words.addBox}
        </Button>
        <Button variant="default" onClick={() => addInMiddle('crop')}>
          {words.addCrop}
        </Button>
        <Button variant="default" disabled={past.length === 0} onClick={() => change('undo')}>
          {words.undo}
        </Button>
        <Text size="sm" role="status">
          {words.summary(now.boxes.length, cropped ?? '')}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {words.help}
      </Text>
      {trouble ? (
        <Notice tone="failed">{words.cannotOpen}</Notice>
      ) : (
        <PictureStage
          id={screenshot.id}
          picture={picture}
          edits={now}
          mode={mode}
          fresh={fresh}
          onChange={(edits, run) => change(run === undefined ? { change: edits } : { change: edits, run })}
          onTrouble={() => setTrouble(true)}
        />
      )}
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {words.burnt}
        </Text>
        <Group wrap="nowrap" flex="none">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button disabled={!changed || trouble} loading={saving} onClick={() => void save()}>
            {words.save}
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}
