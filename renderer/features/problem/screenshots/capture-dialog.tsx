// Which screen or window to take a picture of. Runs in the window.
import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CaptureSource } from '#shared/schema/capture-source.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { call } from '../../../client.ts';
import { Notice } from '../../../components/notice.tsx';
import { problemSentence } from '../../../format/problem-sentence.ts';
import { useCase } from '../../../state/case-context.ts';
import classes from './capture-dialog.module.css';

export function CaptureDialog({ onClose }: { readonly onClose: () => void }) {
  const { dispatch, texts } = useCase();
  const words = texts.screenshots.captureDialog;
  const [sources, setSources] = useState<readonly CaptureSource[]>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function look(): Promise<void> {
    setSources(undefined);
    setProblems([]);
    const found = await call('screenshot:sources');
    if (found.ok) setSources(found.value);
    else {
      setSources([]);
      setProblems(found.problems);
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => void look(), []);

  async function capture({ id: source }: CaptureSource, name: string): Promise<void> {
    const captured = await call('screenshot:capture', { source });
    if (!captured.ok) return setProblems(captured.problems);
    const picture = { ...captured.value, label: words.fileName(name) };
    dispatch({ type: 'files-picked', list: 'screenshots', files: [picture] });
    onClose();
  }

  const groups = (['screen', 'window'] as const)
    .map((kind) => ({ kind, found: (sources ?? []).filter((source) => source.kind === kind) }))
    .filter(({ found }) => found.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={820}
      closeButtonProps={{ 'aria-label': words.cancel }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        {problems.length > 0 && (
          <Notice tone="failed">
            {problems.map((problem) => (
              <Text key={problem.code}>{problemSentence(texts, problem)}</Text>
            ))}
          </Notice>
        )}
        {sources === undefined && (
          <Group role="status">
            <Loader size="sm" />
            <Text>{words.looking}</Text>
          </Group>
        )}
        {groups.map(({ kind, found }) => (
          <div key={kind}>
            <Text fw={600} mb={8}>
              {kind === 'screen' ? words.screens : words.windows}
            </Text>
            <div className={classes.sources}>
              {found.map((source, index) => {
                const name = kind === 'screen' ? words.screen(index + 1) : source.name;
                return (
                  <button
                    key={source.id}
                    type="button"
                    className={classes.source}
                    onClick={() => void capture(source, name)}
                  >
                    <img src={source.preview} alt="" />
                    <span className={classes.name} title={name}>
                      {name}
                    </span>
                  </button>
                );
              })}
            </div>
          </div>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void look()}>
            {words.refresh}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
