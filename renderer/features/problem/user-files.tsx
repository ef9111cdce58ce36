// Screenshots and attachments the user adds. Runs in the window.
import { PickedList } from '../../components/picked-list.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import { ScreenshotsPart } from './screenshots/screenshots-part.tsx';

export function UserFiles() {
  const { state, dispatch, actions, texts } = useCase();
  const { problem, locale } = texts.window;
  return (
    <>
      <ScreenshotsPart />
      <PickedList
        label={problem.attachments}
        field="attachments"
        hint={problem.attachmentsHint}
        addLabel={problem.addAttachments}
        items={state.form.attachments.map(({ id, label, sizeBytes }) => ({
          id,
          label,
          note: byteSize(sizeBytes, locale),
        }))}
        removeLabel={problem.removeFile}
        onAdd={() => actions.pickFiles('attachments')}
        onRemove={(id) => dispatch({ type: 'file-removed', list: 'attachments', id })}
      />
    </>
  );
}
