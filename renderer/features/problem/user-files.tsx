// Screenshots and attachments the user adds. Runs in the window.
import { SimpleGrid } from '@mantine/core';
import type { PickedFile } from '#shared/ipc/contract.ts';
import { PickedList } from '../../components/picked-list.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';

export function UserFiles() {
  const { state, dispatch, actions, texts } = useCase();
  const { problem, locale } = texts.window;
  const items = (files: readonly PickedFile[]) =>
    files.map(({ id, label, sizeBytes }) => ({ id, label, note: byteSize(sizeBytes, locale) }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
      <PickedList
        label={problem.screenshots}
        field="screenshots"
        hint={problem.screenshotsHint}
        addLabel={problem.addScreenshots}
        items={items(state.form.screenshots)}
        removeLabel={problem.removeFile}
        onAdd={() => actions.pickFiles('screenshots')}
        onRemove={(id) => dispatch({ type: 'file-removed', list: 'screenshots', id })}
      />
      <PickedList
        label={problem.attachments}
        field="attachments"
        hint={problem.attachmentsHint}
        addLabel={problem.addAttachments}
        items={items(state.form.attachments)}
        removeLabel={problem.removeFile}
        onAdd={() => actions.pickFiles('attachments')}
        onRemove={(id) => dispatch({ type: 'file-removed', list: 'attachments', id })}
      />
    </SimpleGrid>
  );
}
