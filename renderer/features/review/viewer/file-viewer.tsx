// One file as it would leave: what was replaced is marked, and can be shown as it was. Runs in the window.
import { Button, Checkbox, Group, Loader, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DraftPage } from '#shared/schema/draft-page.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { call } from '../../../client.ts';
import { Notice } from '../../../components/notice.tsx';
import { problemSentence } from '../../../format/problem-sentence.ts';
import { useCase } from '../../../state/case-context.ts';
import classes from './file-viewer.module.css';
import { PageText } from './page-text.tsx';

interface FileViewerProps {
  readonly draftId: string;
  readonly path: string;
  /** Keeps the file here. */
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

export function FileViewer({ draftId, path, onKeep, onClose }: FileViewerProps) {
  const { texts } = useCase();
  const words = texts.redacting.viewer;
  const [wanted, setWanted] = useState(0);
  const [shown, setShown] = useState<DraftPage>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [showOriginal, setShowOriginal] = useState(false);

  useEffect(() => {
    let outdated = false;
    void call('draft:view', { draftId, path, page: wanted }).then((answer) => {
      if (outdated) return;
      if (answer.ok) setShown(answer.value);
      else setProblems(answer.problems);
    });
    return () => {
      outdated = true;
    };
  }, [draftId, path, wanted]);

  const pages = shown?.pages ?? 1;
  const number = (count: number) => count.toLocaleString(texts.window.locale);
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={path}
      closeButtonProps={{ 'aria-label': words.close }}
      transitionProps={{ duration: 0 }}
      classNames={{
        content: classes.content ?? '',
        body: classes.body ?? '',
        title: classes.title ?? '',
      }}
    >
      {problems.length > 0 && (
        <Notice tone="failed">
          {problems.map((problem) => (
            <Text key={problem.code}>{problemSentence(texts, problem)}</Text>
          ))}
        </Notice>
      )}
      {shown === undefined && problems.length === 0 && (
        <Group role="status">
          <Loader size="sm" />
          <Text>{words.loading}</Text>
        </Group>
      )}
      {shown !== undefined && (
        <PageText key={shown.page} segments={shown.segments} showOriginal={showOriginal} />
      )}
      <div className={classes.foot}>
        <Checkbox
          label={words.original}
          description={words.originalHint}
          checked={showOriginal}
          onChange={(event) => setShowOriginal(event.currentTarget.checked)}
        />
        <Group gap="sm" wrap="nowrap">
          {pages > 1 && (
            <>
              <Button variant="default" disabled={wanted === 0} onClick={() => setWanted(wanted - 1)}>
                {words.previousPage}
              </Button>
              <Text size="sm" role="status">
                {words.page(number(wanted + 1), number(pages))}
              </Text>
              <Button variant="default" disabled={wanted >= pages - 1} onClick={() => setWanted(wanted + 1)}>
                {words.nextPage}
              </Button>
            </>
          )}
          <Button variant="default" onClick={onKeep}>
            {words.keep}
          </Button>
          <Button onClick={onClose}>{words.close}</Button>
        </Group>
      </div>
    </Modal>
  );
}
