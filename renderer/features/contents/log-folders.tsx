// Log folders: detection's, or those the user picks. Runs in the window.
import { PickedList } from '../../components/picked-list.tsx';
import { useCase } from '../../state/case-context.ts';

export function LogFolders() {
  const { state, dispatch, actions, texts } = useCase();
  const { contents } = texts.window;
  const instances = state.planView.plan?.facts.commvault?.instances ?? [];
  const found = instances.some(({ logDir }) => logDir !== undefined);
  return (
    <PickedList
      label={contents.logFolder}
      field="logDirs"
      hint={found || state.form.logDirs.length > 0 ? contents.logFolderReplace : contents.logFolderMissing}
      items={state.form.logDirs}
      addLabel={contents.chooseLogFolder}
      removeLabel={contents.removeFolder}
      onAdd={() => actions.pickFiles('logDirs')}
      onRemove={(id) => dispatch({ type: 'file-removed', list: 'logDirs', id })}
    />
  );
}
