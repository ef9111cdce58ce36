// The packet to a folder, a share or a USB stick: the folder, its free space, and the button. Runs in the window.
import { Button, Group, Stack, Text } from '@mantine/core';
import { FolderIcon } from '../../../components/icons.tsx';
import { Notice } from '../../../components/notice.tsx';
import { byteSize } from '../../../format/byte-size.ts';
import { useCase } from '../../../state/case-context.ts';
import type { SentPacket } from '../../../state/sending.ts';
import classes from './send.module.css';
import type { ChosenFolder, FolderHandle } from './use-folder.ts';

interface FolderPanelProps {
  readonly folder: FolderHandle;
  readonly packet: SentPacket;
}

export function FolderPanel({ folder, packet }: FolderPanelProps) {
  const { state, texts } = useCase();
  const { upload, window } = texts;
  const words = upload.folder;
  const { chosen } = folder;
  const { allowed } = state.policy.sending;
  const busy = state.sending?.at === 'sending';
  const size = byteSize(packet.bytes, window.locale);
  const space = ({ freeBytes }: ChosenFolder) =>
    freeBytes === null ? words.freeUnknown(size) : words.free(byteSize(freeBytes, window.locale), size);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
      {allowed !== undefined && <Text size="sm">{texts.locked.folders(allowed)}</Text>}
      {chosen !== undefined && (
        <div>
          <Text className={classes.place}>{chosen.path}</Text>
          {chosen.fits && (
            <Text size="sm" c="dimmed" role="status">
              {space(chosen)}
            </Text>
          )}
        </div>
      )}
      {chosen?.fits === false && (
        <Notice tone="failed">{words.tooSmall(byteSize(chosen.freeBytes ?? 0, window.locale), size)}</Notice>
      )}
      <Group>
        {allowed?.length !== 0 && (
          <Button
            variant="default"
            leftSection={<FolderIcon />}
            disabled={busy}
            onClick={() => void folder.choose()}
          >
            {chosen === undefined ? words.choose : words.change}
          </Button>
        )}
        {chosen?.fits && (
          <Button variant="light" disabled={busy} onClick={() => folder.copy(chosen)}>
            {words.copy}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
