// A file that redaction keeps here, with the reason; what is merely not text can be let go. Runs in the window.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { WithheldFile } from '#shared/schema/redaction.ts';
import { useCase } from '../../../state/case-context.ts';
import { FilePath } from '../file-path.tsx';
import classes from '../file-row.module.css';

/** What the engine lets go when it is asked to. */
const RELEASABLE: ReadonlySet<WithheldFile['reason']> = new Set(['binary', 'archive']);

export function WithheldRow({ withheld }: { readonly withheld: WithheldFile }) {
  const { actions, texts } = useCase();
  const { row, release } = texts.redacting;
  const { path, reason } = withheld;
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.row} data-withheld>
      <FilePath path={path} />
      <Text component="span" size="sm" c="dimmed" className={classes.note}>
        {texts.redaction.withheld[reason]}
      </Text>
      {RELEASABLE.has(reason) && (
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          aria-label={row.releaseLabel(path)}
          onClick={() => setAsking(true)}
        >
          {row.release}
        </Button>
      )}
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={release.title}
          size={560}
          closeButtonProps={{ 'aria-label': release.cancel }}
        >
          <Stack gap="md">
            <FilePath path={path} />
            <Text>{release.text}</Text>
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
                {release.cancel}
              </Button>
              <Button
                color="red"
                onClick={() => {
                  setAsking(false);
                  void actions.releaseFile(path);
                }}
              >
                {release.confirm}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </div>
  );
}
